"""What turns the pages that MkDocs makes into a site to publish: all of it works on finished HTML."""
