"""From the values of the model to RDF: quads of a document, of the authority, of the provenance."""
