//! Other formats: one file per format, import and export.
