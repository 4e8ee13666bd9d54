"""»Øv«: free practice over any selection."""
