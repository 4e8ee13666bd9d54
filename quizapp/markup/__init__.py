"""The light markup of packs: text to tree, tree to safe HTML or plain text."""
