"""Synthetic annual reports and what is planted in them: tools/generate, tools/mutate, tools/accuracy."""
