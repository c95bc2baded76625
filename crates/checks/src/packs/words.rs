//! Packs that list words.
