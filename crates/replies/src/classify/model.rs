//! The trained weights: read from the file that `examples/train` writes.
//!
//! The file (all numbers little-endian): `CCM1`, the FNV-1a of the training files (u64), the value of a step (f32), one bias
//! for each class (f32), the number of features (u32). Then for each feature, in rising order: its distance to the one
//! before (LEB128), how many steps the unit of its weights has (u8), and its weight for each class in those units, four bits
//! each, two to a byte, the lower half first, 8 being nought.

use super::CLASSES;
use crate::bytes::Reader;

/// Begins every model file.
pub const MAGIC: [u8; 4] = *b"CCM1";

/// Bytes of the weights of a feature.
const PACKED: usize = CLASSES.len() / 2;

/// A trained model.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What it was trained on: see [`fingerprint`].
    pub trained_on: u64,
    /// Where each class's score begins.
    pub bias: [f32; CLASSES.len()],
    /// The known features, rising.
    features: Vec<u32>,
    /// Of each feature: the unit of its weights, and the weights.
    weights: Vec<(f32, [u8; PACKED])>,
}

impl Model {
    /// The model of this build.
    ///
    /// It always reads: a test says so. Should it not, there is no second opinion.
    #[must_use]
    pub fn standard() -> Option<Self> {
        Self::read(include_bytes!("../../packs/classes.bin"))
    }

    /// Reads a model file; none when it is not one, or is cut off.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader(bytes);
        if from.take::<4>()? != MAGIC {
            return None;
        }
        let trained_on = u64::from_le_bytes(from.take()?);
        let step = f32::from_le_bytes(from.take()?);
        let mut bias = [0.0; CLASSES.len()];
        for value in &mut bias {
            *value = f32::from_le_bytes(from.take()?);
        }
        let count = from.u32()?;
        let (mut features, mut weights) = (Vec::new(), Vec::new());
        let mut feature = 0u32;
        for _ in 0..count {
            feature = feature.checked_add(from.number()?)?;
            features.push(feature);
            let [steps] = from.take()?;
            weights.push((f32::from(steps) * step, from.take()?));
        }
        from.0.is_empty().then_some(Self {
            trained_on,
            bias,
            features,
            weights,
        })
    }

    /// What a feature adds to the score of each class; nothing, when it is a strange one.
    #[must_use]
    pub fn weights(&self, feature: u32) -> Option<[f32; CLASSES.len()]> {
        let place = self.features.binary_search(&feature).ok()?;
        let (unit, packed) = self.weights.get(place)?;
        let mut out = [0.0; CLASSES.len()];
        for (pair, byte) in out.chunks_exact_mut(2).zip(packed) {
            if let [low, high] = pair {
                *low = (f32::from(byte & 15) - 8.0) * unit;
                *high = (f32::from(byte >> 4) - 8.0) * unit;
            }
        }
        Some(out)
    }
}

/// FNV-1a, 64 bits, of the training files in the order of their names: a model is known by what it learned from.
#[must_use]
pub fn fingerprint<'a>(files: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in files.into_iter().flat_map(str::bytes) {
        h = (h ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    h
}
