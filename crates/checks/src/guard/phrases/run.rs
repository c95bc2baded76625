//! The machine at work.

use cuecard_text::Span;

use super::vocabulary::{LONGEST, Read};
use super::{End, Finder, Reads};

/// States with the byte where their phrase began; each is in it once, with its earliest beginning.
#[derive(Default)]
pub(super) struct Alive {
    now: Vec<(u32, usize)>,
    next: Vec<(u32, usize)>,
    /// Of each state: at which step it was entered last, and where in `next`.
    seen: Vec<(u32, u32)>,
    /// Words read so far, of any sentence, by which a step is told from all others.
    step: u32,
}

impl Alive {
    pub(super) fn new(states: usize) -> Self {
        Self {
            seen: vec![(0, 0); states],
            ..Self::default()
        }
    }

    /// Goes on to the next word.
    fn advance(&mut self) {
        self.now.clear();
        std::mem::swap(&mut self.now, &mut self.next);
        self.step = self.step.wrapping_add(1);
    }

    fn enter(&mut self, state: u32, start: usize) {
        let Some(seen) = self.seen.get_mut(state as usize) else {
            return;
        };
        if seen.0 == self.step
            && let Some(known) = self.next.get_mut(seen.1 as usize)
        {
            known.1 = known.1.min(start);
            return;
        }
        *seen = (
            self.step,
            u32::try_from(self.next.len()).unwrap_or(u32::MAX),
        );
        self.next.push((state, start));
    }
}

impl Finder {
    /// Runs the phrases of one of the two passes that begin where they may (`free`, by byte), and
    /// tells where one stands.
    pub(super) fn run(
        &self,
        read: &Read<'_>,
        alive: &mut Alive,
        pass: usize,
        free: impl Fn(usize) -> bool,
        mut stands: impl FnMut(End, Span),
    ) {
        let (Some(starts), Some(kinds)) = (self.starts.get(pass), self.kinds.get(pass)) else {
            return;
        };
        alive.next.clear();
        // States that are entered when an entry of several words has been read to its end.
        let mut later: [Vec<(u32, usize)>; LONGEST] = Default::default();
        for (n, symbol) in read.symbols.iter().enumerate() {
            alive.advance();
            let mut put_off = |length: usize, state: u32, start: usize| {
                if let Some(later) = later.get_mut((n + length - 1) % LONGEST) {
                    later.push((state, start));
                }
            };
            let now = std::mem::take(&mut alive.now);
            for (state, start) in &now {
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
                        alive.enter(*to, *start);
                    }
                }
            }
            alive.now = now;
            let start = symbol.source.start;
            if free(start) {
                for set in read.sets(n) {
                    for state in starts.get(set as usize).into_iter().flatten() {
                        alive.enter(*state, start);
                    }
                }
                for (length, set) in read.longer(n) {
                    for state in starts.get(*set as usize).into_iter().flatten() {
                        put_off(*length, *state, start);
                    }
                }
                for (kind, state) in kinds {
                    if symbol.kinds & *kind as u8 != 0 {
                        alive.enter(*state, start);
                    }
                }
            }
            if let Some(now) = later.get_mut(n % LONGEST) {
                for (state, start) in now.drain(..) {
                    alive.enter(state, start);
                }
            }
            for (state, start) in &alive.next {
                if let Some(state) = self.states.get(*state as usize).filter(|s| s.ends) {
                    stands(state.of, Span::new(*start, symbol.source.end));
                }
            }
        }
    }
}
