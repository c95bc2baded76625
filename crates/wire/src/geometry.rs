//! Rectangles on the screen.

use serde::Serialize;

/// A rectangle in CSS pixels of the viewport of the composer's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// What the driver sees around the composer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Geometry {
    /// What can be seen of the page: its viewport. In a frame, less what the pages around it have scrolled away.
    pub viewport: Rect,
    /// The composer.
    pub composer: Rect,
    /// The site's submit control, when it was found.
    pub submit: Option<Rect>,
    /// The site's own box around composer and submit control, where it is not most of the page.
    pub surround: Option<Rect>,
    /// Other controls of the site near the composer: never covered if there is any other place.
    pub controls: Vec<Rect>,
}
