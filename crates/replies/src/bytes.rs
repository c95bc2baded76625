//! What the two trained files (`packs/classes.bin`, `packs/vectors.bin`) have in common: how they are read, and how a feature is named in them.

/// Hashes are kept to 24 bits: the files name some twenty thousand features, so one in a
/// thousand strange ones is taken for a known one. That is noise, and saves a byte for each.
const BITS: u32 = 24;

/// FNV-1a, 32 bits, of the parts in a row. Each seed gives numbers of its own; 0 gives those of the standard.
pub fn fnv(seed: u32, parts: &[&[u8]]) -> u32 {
    parts
        .iter()
        .fold(0x811c_9dc5 ^ seed, |h, part| fnv_on(h, part))
}

/// The same, from the hash of what came before.
pub fn fnv_on(h: u32, part: &[u8]) -> u32 {
    part.iter().fold(h, |h, byte| {
        (h ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// The number of a feature of a kind, 24 bits.
pub fn hash(kind: char, parts: &[&[u8]]) -> u32 {
    let h = fnv(u32::from(kind), parts);
    (h >> BITS) ^ (h & ((1 << BITS) - 1))
}

/// Bytes, from the front.
pub struct Reader<'a>(pub &'a [u8]);

impl Reader<'_> {
    /// The next `N` bytes.
    pub fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    /// A number, little-endian.
    pub fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    /// A number in LEB128, unsigned.
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in [0, 7, 14, 21, 28] {
            let [byte] = self.take::<1>()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}
