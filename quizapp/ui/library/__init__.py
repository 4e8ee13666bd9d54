"""»Bibliotek«: the packs, and how more are added."""
