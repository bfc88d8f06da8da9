"""IRIs of the foreign terms that coldgraph writes; its own are in `coldgraph.vocabulary`."""

from __future__ import annotations

DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

TYPE = RDF + "type"
LABEL = RDFS + "label"

PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"
CONCEPT = SKOS + "Concept"

CITATION = DCTERMS + "bibliographicCitation"
DESCRIPTION = DCTERMS + "description"
LANGUAGE = DCTERMS + "language"
RIGHTS = DCTERMS + "rights"
SOURCE = DCTERMS + "source"
TITLE = DCTERMS + "title"

XSD_BOOLEAN = XSD + "boolean"
XSD_DATE = XSD + "date"
XSD_DECIMAL = XSD + "decimal"
XSD_INTEGER = XSD + "integer"
XSD_STRING = XSD + "string"
XSD_YEAR = XSD + "gYear"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

ACTIVITY = PROV + "Activity"
ENTITY = PROV + "Entity"
SOFTWARE_AGENT = PROV + "SoftwareAgent"
USED = PROV + "used"
WAS_ASSOCIATED_WITH = PROV + "wasAssociatedWith"
WAS_ATTRIBUTED_TO = PROV + "wasAttributedTo"
WAS_DERIVED_FROM = PROV + "wasDerivedFrom"
WAS_GENERATED_BY = PROV + "wasGeneratedBy"
