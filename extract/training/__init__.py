"""How the attribution network was made; not part of the installed package."""
