//! Two hundred hostile strings through every text field.
