"""Colours, sizes, fonts and icons, and the one way to put them on an application."""
