//! A landscape as a surface in space.

use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::Canvas;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Drawn, Head, Ink, Pen, ages};
use crate::plots::contour_map::{Landscape, Names};
use crate::plots::ground::Ground;
use crate::plots::projection::{Camera, Projection};
use crate::plots::{prediction_mark, run_marks, stationary_marks};
use crate::text::rounding::to_resolution;

/// Draws the surface of a landscape, with the ball, its trail and its shadows.
pub fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    land: &Landscape,
    camera: Camera,
    names: &Names,
) -> Drawn<DB> {
    pen.clear()?;
    if land.values.is_empty() {
        // The first heights of a large network are on their way.
        return Ok(());
    }
    let theme = pen.theme;
    let p = &Projection::new(land, camera, pen.size(), pen.em);
    let ground = Ground::new(p, pen.raster(pen.size()), theme.width);

    pen.image_at(&ground.image(theme.raised, theme.ink), (0.0, 0.0), pen.size())?;
    let alone = land.racers.ways.is_empty();
    // In a race, there is no ball but the racers.
    let trail = &if alone { land.way() } else { Vec::new() }[..];
    let (x, y) = land.place.map_or(land.at, |(at, _)| at);
    let ball = ground.lifted((x, y)).filter(|_| alone).map(|on_ground| match land.place {
        None => ground.spot(x, y, land.value),
        Some((_, Some(height))) => ground.spot(x, y, height),
        Some((_, None)) => on_ground,
    });
    ground.draw_shadows(pen, trail, ball.is_some())?;

    for spot in &land.spots {
        let on = ground.spot(spot.x[0], spot.x[1], spot.value);
        stationary_marks::draw(spot.kind, pen, on.at, on.opacity())?;
    }
    ground.draw_rim(pen, &land.ghost)?;
    ground.draw_way(pen, &land.ghost, theme.ghost.into(), true)?;
    for (lane, way) in land.racers.ways.iter().enumerate() {
        ground.draw_rim(pen, way)?;
        ground.draw_way(pen, way, theme.racers[lane % theme.racers.len()].into(), false)?;
    }
    ground.draw_rim(pen, trail)?;
    for (from, to, age) in ages(trail.len(), 8) {
        ground.draw_way(pen, &trail[from..=to], Ink(theme.ball, 0.6 + 0.4 * age), false)?;
    }
    let last = |way: &[Pair]| way.last().and_then(|at| ground.lifted(*at));
    for (lane, way) in land.racers.ways.iter().enumerate() {
        if let Some(spot) = last(way) {
            run_marks::draw_mark(pen, lane, spot.at, spot.opacity())?;
        }
    }
    if let Some(spot) = last(&land.ghost) {
        pen.ring(spot.at, 0.4 * pen.em, Ink(theme.ghost, spot.opacity()), 2.5)?;
    }
    if let Some((at, told)) = land.guess
        && let Some(guess) = ground.lifted(at)
    {
        let truth = ball.filter(|_| told).map(|ball| ball.at);
        prediction_mark::draw(pen, guess.at, truth)?;
    }
    if alone {
        draw_arrows(pen, &ground, land)?;
    }
    if let Some(ball) = ball {
        if let Some(height) = land.shadow {
            let shadow = p.at(x, y, height);
            pen.dashed(&[shadow, ball.at], theme.ball, 1.5)?;
            pen.shadow(shadow)?;
        }
        match ball.hidden {
            true => pen.hidden_ball(ball.at)?,
            false => pen.ball(ball.at)?,
        }
    }
    draw_axes(pen, p, names)
}

/// Draws the gradient and the next step from the ball along the surface, as long as on the map.
fn draw_arrows<DB: Canvas>(pen: &Pen<DB>, ground: &Ground, land: &Landscape) -> Drawn<DB> {
    let ((left, right), (bottom, top)) = land.window;
    let units = (1.0 / (right - left), 1.0 / (land.ratio().0 * (top - bottom)));
    let Some((uphill, _)) = land.uphill(units) else { return Ok(()) };
    for ((x, y), head, colour) in
        [(uphill, Head::Open, pen.theme.slope), (land.step, Head::Filled, pen.theme.step)]
    {
        ground.draw_arrow(pen, land.at, (land.at.0 + x, land.at.1 + y), head, colour)?;
    }
    Ok(())
}

/// An end of a range, rounded to hundredths, or as finely as a narrow range needs.
fn to_hundredths(end: f64, range: Pair) -> f64 {
    match range.1 - range.0 < 2.0 {
        true => to_resolution(end, range),
        false => (end * 100.0).round() / 100.0,
    }
}

/// Draws the floor's two nearer edges with names and ends, and the height axis.
fn draw_axes<DB: Canvas>(pen: &Pen<DB>, p: &Projection, names: &Names) -> Drawn<DB> {
    let ((x_low, x_high), (y_low, y_high)) = p.land.window;
    let near_y = if p.cos > 0.0 { y_low } else { y_high };
    let near_x = if p.sin > 0.0 { x_low } else { x_high };
    let (mid_x, mid_y) = ((x_low + x_high) / 2.0, (y_low + y_high) / 2.0);
    let edges = [
        ((mid_x, near_y), [(x_low, near_y), (x_high, near_y)], &names.x),
        ((near_x, mid_y), [(near_x, y_low), (near_x, y_high)], &names.y),
    ];
    let floor = p.floor(mid_x, mid_y);
    let mut labels = Labels::new(pen);
    let mut values = Vec::new();
    for (index, ((x, y), ends, name)) in edges.into_iter().enumerate() {
        let middle = p.floor(x, y);
        let length = (middle.0 - floor.0).hypot(middle.1 - floor.1).max(1e-6);
        let outwards = |at: Point, em: f64| {
            let far = em * pen.em / length;
            (at.0 + (middle.0 - floor.0) * far, at.1 + (middle.1 - floor.1) * far)
        };
        let candidates = [1.9, 3.1, 0.7].map(|em| outwards(middle, em));
        labels.place(name, &candidates, 0.9, pen.theme.ink)?;
        let range = if index == 0 { p.land.window.0 } else { p.land.window.1 };
        let of_ends = ends.map(|(x, y)| if index == 0 { x } else { y });
        let texts = names.words.ticks(&of_ends.map(|end| to_hundredths(end, range)));
        for ((x, y), value) in ends.into_iter().zip(texts) {
            // A little towards the middle: two edges share the near corner.
            let inwards = |end: f64, middle: f64| end + 0.07 * (middle - end);
            let end = if index == 0 { (inwards(x, mid_x), y) } else { (x, inwards(y, mid_y)) };
            values.push((value, outwards(p.floor(end.0, end.1), 0.9)));
        }
    }
    for (value, at) in values {
        labels.place(&value, &[at], 0.75, pen.theme.muted)?;
    }
    // The height's axis stands at the corner farthest to the left.
    let left =
        p.corners().into_iter().min_by(|a, b| p.floor(a.0, a.1).0.total_cmp(&p.floor(b.0, b.1).0));
    let Some((x, y)) = left else { return Ok(()) };
    let heights = &p.land.heights;
    let (foot, head) = (p.floor(x, y), p.at(x, y, heights.top));
    pen.line(&[foot, head], Ink(pen.theme.muted, 0.8), 1.0)?;
    let top = format!("{} {}", names.height, names.words.significant(heights.top, 2));
    let candidates = [0.8, 2.0, -0.5].map(|up| (head.0, head.1 - up * pen.em));
    labels.place(&top, &candidates, 0.85, pen.theme.ink)?;
    if heights.floor == 0.0 {
        return Ok(());
    }
    let candidates = [(-2.0, 0.0), (0.0, 1.2)]
        .map(|(right, down)| (foot.0 + right * pen.em, foot.1 + down * pen.em));
    labels.place(&names.words.significant(heights.floor, 2), &candidates, 0.75, pen.theme.muted)
}
