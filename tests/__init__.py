"""Tests mirror the tree; conftest.py gives them databases."""
