//! Rectangles that make way.

use cuecard_wire::Rect;

use super::{EDGE, GAP};

/// On which side of the composer a place lies; it is pushed further that way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Below,
    Above,
    Left,
}

/// Whether two rectangles share any area.
pub(super) fn overlaps(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/// Pushes a place to its side until nothing is in its way, and cuts it to what the viewport
/// leaves. None when it is pushed out.
pub(super) fn pushed(side: Side, wish: Rect, taken: &[Rect], view: &Rect) -> Option<Rect> {
    let mut at = cut(side, wish, view)?;
    // Every round passes one obstacle for good: they are passed in one direction only.
    for _ in 0..=taken.len() {
        let Some(way) = taken.iter().find(|t| overlaps(&at, t)) else {
            return Some(at);
        };
        let next = match side {
            Side::Right => Rect {
                x: way.x + way.w + GAP,
                ..at
            },
            Side::Left => Rect {
                x: way.x - GAP - at.w,
                ..at
            },
            Side::Below => Rect {
                y: way.y + way.h + GAP,
                h: wish.h,
                ..at
            },
            Side::Above => Rect {
                y: way.y - GAP - wish.h,
                h: wish.h,
                ..at
            },
        };
        at = cut(side, next, view)?;
    }
    None
}

/// The part of a place that the viewport shows; its width is never cut.
fn cut(side: Side, at: Rect, view: &Rect) -> Option<Rect> {
    let mut at = at;
    match side {
        Side::Above if at.y < EDGE => {
            at.h -= EDGE - at.y;
            at.y = EDGE;
        }
        Side::Below => at.h = at.h.min(view.h - EDGE - at.y),
        _ => {}
    }
    super::inside(&at, view).then_some(at).filter(|r| r.h > 0.0)
}
