"""What the HTML door is made of: the walk, the features of its pieces, the trees that judge them."""
