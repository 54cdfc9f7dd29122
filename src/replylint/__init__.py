"""replylint reads a reply before the customer does."""

__version__ = "0.1.0"
