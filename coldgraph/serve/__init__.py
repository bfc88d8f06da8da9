"""A graph served over HTTP on this machine: the SPARQL 1.1 Protocol, queries only, and a page to write them on."""
