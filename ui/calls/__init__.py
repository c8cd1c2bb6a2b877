"""What screens ask of the models, one short function each; the heavy imports happen inside."""
