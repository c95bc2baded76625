//! The machine at work.

use cuecard_text::Span;

use super::vocabulary::{LONGEST, Read};
use super::{End, Finder, Reads};

/// States with the byte where their phrase began; each is in it once, with its earliest beginning.
#[derive(Default)]
struct Alive {
    states: Vec<(u32, usize)>,
    /// Of each state: for which symbol it was entered last, plus 1, and where in `states`.
    seen: Vec<(usize, usize)>,
}

impl Alive {
    fn enter(&mut self, symbol: usize, state: u32, start: usize) {
        let Some(seen) = self.seen.get_mut(state as usize) else {
            return;
        };
        if seen.0 == symbol + 1 {
            if let Some(known) = self.states.get_mut(seen.1) {
                known.1 = known.1.min(start);
            }
            return;
        }
        *seen = (symbol + 1, self.states.len());
        self.states.push((state, start));
    }
}

impl Finder {
    /// Runs the phrases of one of the two passes that begin where they may (`free`, by byte), and
    /// tells where one stands.
    pub(super) fn run(
        &self,
        read: &Read<'_>,
        pass: usize,
        free: impl Fn(usize) -> bool,
        mut stands: impl FnMut(End, Span, usize),
    ) {
        let (Some(starts), Some(kinds)) = (self.starts.get(pass), self.kinds.get(pass)) else {
            return;
        };
        let mut next = Alive {
            states: Vec::new(),
            seen: vec![(0, 0); self.states.len()],
        };
        let mut alive: Vec<(u32, usize)> = Vec::new();
        // States that are entered when an entry of several words has been read to its end.
        let mut later: [Vec<(u32, usize)>; LONGEST] = Default::default();
        let mut sentence = 0;
        for (n, symbol) in read.symbols.iter().enumerate() {
            if symbol.sentence != sentence {
                alive.clear();
                sentence = symbol.sentence;
            }
            let mut put_off = |length: usize, state: u32, start: usize| {
                if let Some(later) = later.get_mut((n + length - 1) % LONGEST) {
                    later.push((state, start));
                }
            };
            for (state, start) in &alive {
                let state = self.states.get(*state as usize);
                for to in state.into_iter().flat_map(|s| &s.next) {
                    let Some(reads) = self.states.get(*to as usize).map(|s| s.reads) else {
                        continue;
                    };
                    let fits = match reads {
                        Reads::Set(set) => {
                            for (length, longer) in read.longer(n) {
                                if *longer == set {
                                    put_off(*length, *to, *start);
                                }
                            }
                            read.is_in(n, set)
                        }
                        Reads::Kind(kind) => symbol.kinds & kind as u8 != 0,
                        Reads::Ending(n) => {
                            u32::try_from(n).is_ok_and(|n| n < 32 && symbol.endings >> n & 1 == 1)
                        }
                        Reads::Any => true,
                    };
                    if fits {
                        next.enter(n, *to, *start);
                    }
                }
            }
            let start = symbol.source.start;
            if free(start) {
                for set in read.sets(n) {
                    for state in starts.get(set as usize).into_iter().flatten() {
                        next.enter(n, *state, start);
                    }
                }
                for (length, set) in read.longer(n) {
                    for state in starts.get(*set as usize).into_iter().flatten() {
                        put_off(*length, *state, start);
                    }
                }
                for (kind, state) in kinds {
                    if symbol.kinds & *kind as u8 != 0 {
                        next.enter(n, *state, start);
                    }
                }
            }
            if let Some(now) = later.get_mut(n % LONGEST) {
                for (state, start) in now.drain(..) {
                    next.enter(n, state, start);
                }
            }
            for (state, start) in &next.states {
                if let Some(state) = self.states.get(*state as usize).filter(|s| s.ends) {
                    stands(state.of, Span::new(*start, symbol.source.end), sentence);
                }
            }
            alive.clear();
            std::mem::swap(&mut alive, &mut next.states);
        }
    }
}
