"""»Indstillinger«: how the window looks and how much is asked."""
