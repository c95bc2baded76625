//! Tables of places.

use super::*;

const fn rect(x: f64, y: f64, w: f64, h: f64) -> Rect {
    Rect { x, y, w, h }
}

fn geometry(view: (f64, f64), composer: Rect, submit: Option<Rect>, controls: &[Rect]) -> Geometry {
    Geometry {
        viewport: rect(0.0, 0.0, view.0, view.1),
        composer,
        submit,
        surround: None,
        controls: controls.to_vec(),
    }
}

/// Where it went, on the screen.
fn seen(g: &Geometry, spot: Spot) -> Rect {
    rect(
        g.composer.x + spot.dx,
        g.composer.y + spot.dy,
        spot.w,
        spot.h,
    )
}

#[test]
fn the_first_place_with_room_is_taken() {
    const WIDE: (f64, f64) = (1280.0, 800.0);
    const COMPOSER: Rect = rect(340.0, 200.0, 600.0, 120.0);
    let submit = Some(rect(860.0, 330.0, 80.0, 36.0));
    for (name, g, size, want) in [
        (
            "right",
            geometry(WIDE, COMPOSER, submit, &[]),
            (332.0, 400.0),
            rect(946.0, 200.0, 332.0, 400.0),
        ),
        (
            "the chip too",
            geometry(WIDE, COMPOSER, submit, &[]),
            (180.0, 40.0),
            rect(946.0, 200.0, 180.0, 40.0),
        ),
        (
            "right, up where the composer stands low",
            geometry(WIDE, rect(340.0, 660.0, 600.0, 120.0), None, &[]),
            (332.0, 400.0),
            rect(946.0, 398.0, 332.0, 400.0),
        ),
        (
            "right, past a button that stands there",
            geometry(
                WIDE,
                rect(340.0, 200.0, 400.0, 120.0),
                Some(rect(750.0, 250.0, 80.0, 36.0)),
                &[],
            ),
            (332.0, 400.0),
            rect(836.0, 200.0, 332.0, 400.0),
        ),
        (
            "below, under the submit control",
            geometry(
                (900.0, 800.0),
                COMPOSER,
                Some(rect(800.0, 330.0, 80.0, 36.0)),
                &[],
            ),
            (332.0, 400.0),
            rect(566.0, 372.0, 332.0, 400.0),
        ),
        (
            "above",
            geometry(
                (900.0, 800.0),
                rect(200.0, 600.0, 690.0, 150.0),
                Some(rect(800.0, 756.0, 80.0, 36.0)),
                &[],
            ),
            (332.0, 400.0),
            rect(558.0, 194.0, 332.0, 400.0),
        ),
        (
            "left",
            geometry((1000.0, 500.0), rect(400.0, 30.0, 590.0, 440.0), None, &[]),
            (332.0, 400.0),
            rect(62.0, 30.0, 332.0, 400.0),
        ),
        (
            "below, and scrolls",
            geometry((420.0, 640.0), rect(10.0, 100.0, 400.0, 200.0), None, &[]),
            (332.0, 400.0),
            rect(78.0, 306.0, 332.0, 332.0),
        ),
        (
            "a control is avoided",
            geometry(WIDE, COMPOSER, submit, &[rect(950.0, 100.0, 320.0, 690.0)]),
            (332.0, 400.0),
            rect(608.0, 372.0, 332.0, 400.0),
        ),
        (
            "a page full of controls still has a place",
            geometry(WIDE, COMPOSER, submit, &[rect(0.0, 0.0, 1280.0, 800.0)]),
            (332.0, 400.0),
            rect(946.0, 200.0, 332.0, 400.0),
        ),
        (
            "a composer as large as the page: a corner off the submit control",
            geometry(
                WIDE,
                rect(0.0, 0.0, 1280.0, 800.0),
                Some(rect(1180.0, 750.0, 90.0, 40.0)),
                &[],
            ),
            (332.0, 400.0),
            rect(946.0, 2.0, 332.0, 400.0),
        ),
    ] {
        let spot = place(&g, size.0, size.1, None).unwrap();
        assert_eq!(seen(&g, spot), want, "{name}");
    }
}

#[test]
fn the_box_around_the_composer_is_kept_free_where_there_is_room() {
    let mut g = geometry(
        (1280.0, 800.0),
        rect(340.0, 200.0, 500.0, 120.0),
        Some(rect(740.0, 330.0, 80.0, 36.0)),
        &[],
    );
    for (name, surround, want) in [
        ("none", None, 846.0),
        ("beside it", Some(rect(300.0, 150.0, 570.0, 240.0)), 876.0),
        (
            "no room beside it: as without",
            Some(rect(2.0, 2.0, 1276.0, 796.0)),
            846.0,
        ),
    ] {
        g.surround = surround;
        let spot = place(&g, 332.0, 400.0, None).unwrap();
        assert_eq!(seen(&g, spot).x, want, "{name}");
    }
}

#[test]
fn where_the_person_put_it_it_stays_unless_it_cannot() {
    let composer = rect(340.0, 200.0, 600.0, 120.0);
    let g = geometry(
        (1280.0, 800.0),
        composer,
        Some(rect(860.0, 330.0, 80.0, 36.0)),
        &[],
    );
    for (name, offset, want) in [
        ("as it was", (-330.0, 10.0), rect(10.0, 210.0, 300.0, 200.0)),
        (
            "over the composer, as wished",
            (100.0, -60.0),
            rect(440.0, 140.0, 300.0, 140.0 + 60.0),
        ),
        (
            "not outside",
            (5000.0, -5000.0),
            rect(978.0, 2.0, 300.0, 200.0),
        ),
        (
            "not on the submit control",
            (400.0, 100.0),
            rect(740.0, 372.0, 300.0, 200.0),
        ),
    ] {
        let spot = place(&g, 300.0, 200.0, Some(offset)).unwrap();
        assert_eq!(seen(&g, spot), want, "{name}");
    }
}

#[test]
fn never_outside_never_on_the_submit_control() {
    // A plain generator: the same numbers every run.
    let mut state = 7_u64;
    let mut random = move |to: f64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as f64 / f64::from(1_u32 << 31) * to).floor()
    };
    let mut hidden = 0;
    for _ in 0..20_000 {
        let view = (300.0 + random(1500.0), 200.0 + random(900.0));
        let composer = rect(
            random(view.0),
            random(view.1) - 50.0,
            100.0 + random(700.0),
            20.0 + random(400.0),
        );
        let submit = (random(4.0) > 0.0).then(|| rect(random(view.0), random(view.1), 60.0, 32.0));
        let controls: Vec<_> = (0..random(6.0) as usize)
            .map(|_| rect(random(view.0), random(view.1), 40.0, 40.0))
            .collect();
        let g = geometry(view, composer, submit, &controls);
        let remembered =
            (random(3.0) < 1.0).then(|| (random(2000.0) - 1000.0, random(2000.0) - 1000.0));
        let (w, h) = (100.0 + random(232.0), 40.0 + random(600.0));
        let Some(spot) = place(&g, w, h, remembered) else {
            hidden += 1;
            continue;
        };
        let r = seen(&g, spot);
        assert!(
            r.x >= 0.0 && r.y >= 0.0 && r.x + r.w <= view.0 && r.y + r.h <= view.1,
            "{g:?} {r:?}"
        );
        assert!(submit.is_none_or(|s| !overlaps(&r, &s)), "{g:?} {r:?}");
    }
    assert!(hidden < 200, "{hidden} of 20000 found no place");
}

#[test]
fn a_page_without_any_room_hides_it() {
    let g = geometry((0.0, 0.0), rect(0.0, 0.0, 0.0, 0.0), None, &[]);
    assert_eq!(place(&g, 100.0, 40.0, None), None);
    let nan = geometry(
        (f64::NAN, f64::NAN),
        rect(f64::NAN, 0.0, 0.0, 0.0),
        None,
        &[],
    );
    assert_eq!(place(&nan, f64::NAN, 40.0, Some((f64::NAN, 0.0))), None);
    assert_eq!(card_width(&rect(0.0, 0.0, 280.0, 500.0)), 264.0);
    assert_eq!(card_width(&rect(0.0, 0.0, 1280.0, 500.0)), 320.0);
}

#[test]
fn in_a_frame_that_its_page_has_scrolled_it_stays_in_what_can_be_seen() {
    // A frame of 800 × 1500 of which the page shows the part from 600 to 1200, and nothing right of 700.
    let g = Geometry {
        viewport: rect(0.0, 600.0, 700.0, 600.0),
        ..geometry(
            (0.0, 0.0),
            rect(40.0, 1000.0, 600.0, 120.0),
            Some(rect(560.0, 1130.0, 80.0, 36.0)),
            &[],
        )
    };
    for size in [(332.0, 400.0), (180.0, 40.0)] {
        let spot = place(&g, size.0, size.1, None).unwrap();
        let at = seen(&g, spot);
        assert!(
            at.x >= 0.0 && at.x + at.w <= 700.0 && at.y >= 600.0 && at.y + at.h <= 1200.0,
            "{size:?} goes to {at:?}"
        );
        assert!(!overlaps(&at, &g.submit.unwrap()), "{size:?} at {at:?}");
    }
    // Where the frame is scrolled out of sight there is no place.
    let hidden = Geometry {
        viewport: rect(0.0, 600.0, 700.0, 0.0),
        ..g
    };
    assert_eq!(place(&hidden, 180.0, 40.0, None), None);
}
