"""An optional second judge of stances: a language model behind an OpenAI-compatible address, never trusted, never needed."""
