//! Where the card goes.
//!
//! It stays inside the viewport and never covers the site's submit control. It keeps
//! clear of the composer and of the site's other controls wherever there is any other
//! place, and of the box that the site draws around them where that costs nothing. Candidates in order: right of the composer, below it with the right edges
//! in line, above it, left of it, below it with the left edges in line; each is pushed
//! away from what stands in its way. Where nothing fits, a corner of the viewport.
//! All numbers are CSS pixels of the viewport of the composer's page, which may be a frame; the geometry's viewport is
//! what can be seen of it.

mod area;
#[cfg(test)]
mod tests;

use cuecard_wire::{Geometry, Rect};

use area::{Side, overlaps, pushed};

/// Between the frame and what it stands beside. Sites draw their composers with 12 to 16 px of padding around the
/// editable; with [`PAD`], which the frame has of its own around what is seen, this keeps off their border.
const GAP: f64 = 6.0;
/// Between the frame and the edge of the viewport.
const EDGE: f64 = 2.0;
/// Around the card or chip inside its frame: room for its shadow and focus ring.
pub const PAD: f64 = 6.0;
/// Width of the open card (DESIGN.md: no wider than 320 px).
pub const CARD_WIDTH: f64 = 320.0;
/// A card scrolls inside beyond this height, so that it stays something beside the composer.
const MAX_HEIGHT: f64 = 540.0;
/// A card is not squeezed below this height: then another place is better.
const MIN_HEIGHT: f64 = 180.0;

/// Where the frame goes: offsets from the composer's upper left corner, and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// From the composer's left edge.
    pub dx: f64,
    /// From its upper edge.
    pub dy: f64,
    /// Width of the frame; 0 hides it.
    pub w: f64,
    /// Height of the frame; 0 hides it.
    pub h: f64,
}

/// Width of the open card in this viewport, without the frame's padding.
#[must_use]
pub fn card_width(viewport: &Rect) -> f64 {
    CARD_WIDTH
        .min(viewport.w - 2.0 * (EDGE + PAD))
        .max(0.0)
        .floor()
}

/// Finds the place for a frame that asks for `w` × `h`. `remembered` is where the person
/// put it. None when the viewport has no place that leaves the submit control free.
#[must_use]
pub fn place(geometry: &Geometry, w: f64, h: f64, remembered: Option<(f64, f64)>) -> Option<Spot> {
    let geometry = &from_corner(geometry);
    let view = geometry.viewport;
    let (w, h) = (
        w.min(view.w - 2.0 * EDGE),
        h.min(MAX_HEIGHT).min(view.h - 2.0 * EDGE),
    );
    if !(w > 0.0 && h > 0.0) {
        return None;
    }
    let composer = geometry.composer;
    let found = remembered
        .and_then(|(dx, dy)| {
            put_back(
                geometry,
                Rect {
                    x: composer.x + dx,
                    y: composer.y + dy,
                    w,
                    h,
                },
            )
        })
        .or_else(|| {
            let mut taken = everything(geometry);
            taken.push(geometry.surround?);
            // Only whole: beside its box a card is not squeezed.
            beside(geometry, w, h, &taken).filter(|r| r.h >= h)
        })
        .or_else(|| beside(geometry, w, h, &everything(geometry)))
        .or_else(|| beside(geometry, w, h, &needed(geometry)))
        .or_else(|| corner(geometry, w, h))?;
    Some(Spot {
        dx: (found.x - composer.x).round(),
        dy: (found.y - composer.y).round(),
        w: found.w.floor(),
        h: found.h.floor(),
    })
}

/// The same, told from the upper left corner of what can be seen: in a frame that its page has scrolled, that is not
/// the corner of the frame.
fn from_corner(geometry: &Geometry) -> Geometry {
    let Rect { x, y, .. } = geometry.viewport;
    let moved = |r: Rect| Rect {
        x: r.x - x,
        y: r.y - y,
        ..r
    };
    Geometry {
        viewport: moved(geometry.viewport),
        composer: moved(geometry.composer),
        submit: geometry.submit.map(moved),
        surround: geometry.surround.map(moved),
        controls: geometry.controls.iter().copied().map(moved).collect(),
    }
}

/// All that is better left free.
fn everything(geometry: &Geometry) -> Vec<Rect> {
    let mut all = needed(geometry);
    all.extend(geometry.controls.iter().copied());
    all
}

/// What must be left free.
fn needed(geometry: &Geometry) -> Vec<Rect> {
    geometry
        .submit
        .into_iter()
        .chain([geometry.composer])
        .collect()
}

/// Where the person put it: moved into the viewport, and off the submit control if it lies on it.
fn put_back(geometry: &Geometry, at: Rect) -> Option<Rect> {
    let view = geometry.viewport;
    let at = Rect {
        x: within(at.x, at.w, view.w),
        y: within(at.y, at.h, view.h),
        ..at
    };
    let Some(submit) = geometry.submit else {
        return Some(at);
    };
    if !overlaps(&at, &submit) {
        return Some(at);
    }
    // The least movement that frees it.
    let moved = [
        Rect {
            y: submit.y - GAP - at.h,
            ..at
        },
        Rect {
            y: submit.y + submit.h + GAP,
            ..at
        },
        Rect {
            x: submit.x - GAP - at.w,
            ..at
        },
        Rect {
            x: submit.x + submit.w + GAP,
            ..at
        },
    ];
    let far = |r: &Rect| (r.x - at.x).abs() + (r.y - at.y).abs();
    moved
        .into_iter()
        .filter(|r| inside(r, &view))
        .min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// The first place beside the composer with all the room that is asked for, else the one with the most.
fn beside(geometry: &Geometry, w: f64, h: f64, taken: &[Rect]) -> Option<Rect> {
    let composer = geometry.composer;
    let view = geometry.viewport;
    let right = within(composer.x + composer.w - w, w, view.w);
    let left = within(composer.x, w, view.w);
    let top = within(composer.y, h, view.h);
    let candidates = [
        (
            Side::Right,
            Rect {
                x: composer.x + composer.w + GAP,
                y: top,
                w,
                h,
            },
        ),
        (
            Side::Below,
            Rect {
                x: right,
                y: composer.y + composer.h + GAP,
                w,
                h,
            },
        ),
        (
            Side::Above,
            Rect {
                x: right,
                y: composer.y - GAP - h,
                w,
                h,
            },
        ),
        (
            Side::Left,
            Rect {
                x: composer.x - GAP - w,
                y: top,
                w,
                h,
            },
        ),
        (
            Side::Below,
            Rect {
                x: left,
                y: composer.y + composer.h + GAP,
                w,
                h,
            },
        ),
    ];
    let mut best: Option<Rect> = None;
    for (side, wish) in candidates {
        let Some(got) = pushed(side, wish, taken, &view) else {
            continue;
        };
        if got.h >= h {
            return Some(got);
        }
        if got.h >= h.min(MIN_HEIGHT) && best.is_none_or(|b| got.h > b.h) {
            best = Some(got);
        }
    }
    best
}

/// The corner of the viewport that is furthest from the submit control, as high as that allows.
/// This may cover the composer: there is no other place.
fn corner(geometry: &Geometry, w: f64, h: f64) -> Option<Rect> {
    let view = geometry.viewport;
    let (right, bottom) = (view.w - EDGE - w, view.h - EDGE);
    let submit = geometry.submit.unwrap_or_default();
    let above = (submit.y - GAP - EDGE).min(h);
    let below = (bottom - (submit.y + submit.h + GAP)).min(h);
    let candidates = [
        Rect {
            x: right,
            y: bottom - h,
            w,
            h,
        },
        Rect {
            x: right,
            y: EDGE,
            w,
            h,
        },
        Rect {
            x: EDGE,
            y: bottom - h,
            w,
            h,
        },
        Rect {
            x: EDGE,
            y: EDGE,
            w,
            h,
        },
        Rect {
            x: right,
            y: bottom - below,
            w,
            h: below,
        },
        Rect {
            x: right,
            y: EDGE,
            w,
            h: above,
        },
    ];
    let free = |r: &Rect| {
        r.h >= h.min(MIN_HEIGHT / 2.0) && (geometry.submit.is_none() || !overlaps(r, &submit))
    };
    candidates.into_iter().find(free)
}

/// The start nearest to `at` with which `size` lies between the edges of `room`.
fn within(at: f64, size: f64, room: f64) -> f64 {
    at.min(room - EDGE - size).max(EDGE)
}

/// Whether the whole rectangle can be seen.
fn inside(r: &Rect, view: &Rect) -> bool {
    r.x >= EDGE && r.y >= EDGE && r.x + r.w <= view.w - EDGE && r.y + r.h <= view.h - EDGE
}
