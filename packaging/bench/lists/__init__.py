"""Made-up lists of people in shapes drawn at random, each with what is right."""
