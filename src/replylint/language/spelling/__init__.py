"""Spelling: which words are known, which are slips, and what was meant."""
