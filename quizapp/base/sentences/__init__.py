"""Every sentence a code stands for, one module a family; data only."""
