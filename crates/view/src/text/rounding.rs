//! Rounding to the resolution of a visible range, a pixel or an axis.

use downhill_core::numeric::math;

/// Rounds to the resolution of a window, so that a ball can be put at 1.2 by hand.
pub fn to_resolution(value: f64, window: (f64, f64)) -> f64 {
    let decimals = -(math::log10(resolution(window)).round() as i32);
    let decimals = decimals.clamp(0, 300) as usize;
    // Through text: 120 times 0.01 is not 1.2.
    format!("{value:.decimals$}").parse().unwrap_or(value)
}

/// Rounds for dragging: no finer than a pixel, or most round numbers could not be hit.
pub fn to_pixel(value: f64, window: (f64, f64), pixel: f64) -> f64 {
    match round_step(pixel) {
        Some(step) if step > resolution(window) => {
            to_resolution((value / step).round() * step, window)
        }
        _ => to_resolution(value, window),
    }
}

/// Spacing of the round numbers of a window: a power of ten, at most 1.
pub fn resolution((low, high): (f64, f64)) -> f64 {
    math::power_of_ten(math::log10((high - low) / 200.0).floor() as i32).min(1.0)
}

/// The smallest number 1, 2 or 5 times a power of ten that is at least this; `None` for at most
/// 10⁻⁹ or infinite.
pub fn round_step(least: f64) -> Option<f64> {
    if !(least > 1e-9 && least.is_finite()) {
        return None;
    }
    let power = math::power_of_ten(math::log10(least).floor() as i32);
    [1.0, 2.0, 5.0, 10.0].map(|step| step * power).into_iter().find(|step| *step >= least)
}
