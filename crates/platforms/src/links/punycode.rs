//! How long a domain label gets when it is written in ASCII (RFC 3492).
//!
//! Only the length is needed: a label may have at most 63 characters in that form,
//! and a link whose domain breaks that is no link.

const BASE: u32 = 36;
const TMIN: u32 = 1;
const TMAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// Longest label of a domain, in ASCII characters (RFC 1035).
pub(crate) const MAX_LABEL: usize = 63;

/// Characters of `label` in ASCII form, `xn--` included. None when it is certainly longer than [`MAX_LABEL`].
pub(crate) fn ascii_length(label: &[char]) -> Option<usize> {
    if label.len() > MAX_LABEL {
        // Every character takes at least one.
        return None;
    }
    let basic = label.iter().filter(|c| c.is_ascii()).count();
    if basic == label.len() {
        return Some(basic);
    }
    let mut length = "xn--".len() + basic + usize::from(basic > 0);
    let (mut n, mut delta, mut bias) = (INITIAL_N, 0u32, INITIAL_BIAS);
    let mut handled = u32::try_from(basic).ok()?;
    let total = u32::try_from(label.len()).ok()?;
    while handled < total {
        let next = label.iter().map(|c| *c as u32).filter(|c| *c >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for c in label.iter().map(|c| *c as u32) {
            if c < n {
                delta = delta.checked_add(1)?;
            } else if c == n {
                length += digits(delta, bias);
                bias = adapt(delta, handled + 1, handled == u32::try_from(basic).ok()?);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n = n.checked_add(1)?;
    }
    (length <= MAX_LABEL).then_some(length)
}

/// Digits of a generalised variable-length integer.
fn digits(mut q: u32, bias: u32) -> usize {
    let (mut count, mut k) = (1, BASE);
    loop {
        let t = k.saturating_sub(bias).clamp(TMIN, TMAX);
        if q < t {
            return count;
        }
        q = (q - t) / (BASE - t);
        count += 1;
        k += BASE;
    }
}

/// The next bias.
fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points.max(1);
    let mut k = 0;
    while delta > ((BASE - TMIN) * TMAX) / 2 {
        delta /= BASE - TMIN;
        k += BASE;
    }
    k + (BASE * delta) / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_agree_with_known_names() {
        let hiragana = "あいうえおかきくけこ".repeat(5);
        for (label, ascii) in [
            ("example", Some("example".len())),
            ("münchen", Some("xn--mnchen-3ya".len())),
            ("bücher", Some("xn--bcher-kva".len())),
            ("рф", Some("xn--p1ai".len())),
            ("ドメイン名例", Some("xn--eckwd4c7cu47r2wf".len())),
            ("", Some(0)),
            (&format!("{hiragana}あい"), Some(63)),
            (&format!("{hiragana}あいう"), None),
            (&"a".repeat(63), Some(63)),
            (&"a".repeat(64), None),
        ] {
            let chars: Vec<char> = label.chars().collect();
            assert_eq!(ascii_length(&chars), ascii, "{label}");
        }
    }
}
