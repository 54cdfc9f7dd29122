"""What a text says: zones and masks, sentences, syntax, then one module per speech act or expression."""
