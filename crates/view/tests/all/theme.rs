//! Colours that can be told apart, by everyone, on every theme.

use downhill_view::canvas::theme::{Rgb, THEMES, lapaz};

/// What eyes without one kind of cones see of linear RGB (Machado, Oliveira,
/// Fernandes 2009, severity 1).
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deutan",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritan",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn times(matrix: [[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

fn linear(colour: Rgb) -> [f64; 3] {
    colour.map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// Björn Ottosson's OKLab (2020): equal distances look equally different.
fn oklab(linear: [f64; 3]) -> [f64; 3] {
    let lms = times(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        linear.map(|c| c.clamp(0.0, 1.0)),
    );
    times(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ],
        lms.map(f64::cbrt),
    )
}

fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = linear(colour);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of WCAG 2: 1 … 21.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn classes_are_told_apart_by_all_eyes_from_each_other_and_from_the_signs() {
    for theme in THEMES {
        for (eyes, matrix) in EYES {
            let seen = |colour| oklab(times(matrix, linear(colour)));
            for (index, class) in theme.classes.into_iter().enumerate() {
                let signs = [theme.ball, theme.slope, theme.step];
                for other in theme.classes[..index].iter().chain(&signs) {
                    let (a, b) = (seen(class), seen(*other));
                    let distance = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                    assert!(distance > 0.09, "{} {eyes}: {class:?} {other:?} {distance}", theme.id);
                }
            }
        }
    }
}

#[test]
fn grounds_are_told_apart_by_all_eyes_and_ink_is_read_on_them() {
    for theme in THEMES {
        for (eyes, matrix) in EYES {
            let seen = |colour| oklab(times(matrix, linear(colour)));
            for (index, basin) in theme.basins.into_iter().enumerate() {
                let signs = [theme.ball, theme.slope, theme.step];
                for other in theme.basins[..index].iter().chain(&signs) {
                    let (a, b) = (seen(basin), seen(*other));
                    let distance = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                    assert!(distance > 0.07, "{} {eyes}: {basin:?} {other:?} {distance}", theme.id);
                }
                assert!(contrast(theme.ink, basin) >= 4.5, "{} {basin:?}", theme.id);
            }
        }
    }
}

#[test]
fn racers_are_told_apart_by_all_eyes() {
    for theme in THEMES {
        for (eyes, matrix) in EYES {
            let seen = |colour| oklab(times(matrix, linear(colour)));
            for (index, racer) in theme.racers.into_iter().enumerate() {
                for other in &theme.racers[..index] {
                    let (a, b) = (seen(racer), seen(*other));
                    let distance = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                    assert!(distance > 0.16, "{} {eyes}: {racer:?} {other:?} {distance}", theme.id);
                }
            }
        }
    }
}

#[test]
fn with_more_contrast_small_texts_and_grids_stand_out_and_lines_are_thicker() {
    for theme in THEMES {
        let more = theme.contrasting();
        assert_eq!(more.id, theme.id);
        assert!(more.width > theme.width);
        for paper in [more.paper, more.raised, more.ground] {
            assert!(contrast(more.muted, paper) >= 7.0, "{}", theme.id);
            assert!(contrast(more.grid, paper) >= 4.5, "{}", theme.id);
        }
    }
}

/// The ground of a network's curve moves with every step.
#[test]
fn the_ground_under_a_curve_is_too_faint_to_flash() {
    for theme in THEMES {
        // A flash is a change of luminance by a tenth, to or from one below 0.8 (WCAG 2.2).
        let (ground, paper) = (luminance(theme.ground), luminance(theme.paper));
        let flash = (ground - paper).abs() >= 0.1 && ground.min(paper) < 0.8;
        assert!(!flash, "{} {ground} {paper}", theme.id);
    }
}

#[test]
fn texts_and_marks_stand_out_from_what_is_under_them() {
    for theme in THEMES {
        for paper in [theme.paper, theme.raised, theme.ground] {
            for (name, colour) in theme.colours() {
                let least = match name {
                    "paper" | "raised" | "ground" | "turf" | "grid" => continue,
                    // Areas that touch each other.
                    _ if name.starts_with("basin") => continue,
                    // They are words in the sentence and numbers beside it.
                    "ink" | "muted" | "slope" | "step" | "warning" | "ball-text" => 4.5,
                    // In the legend, on paper.
                    _ if name.starts_with("class") && paper == theme.paper => 4.5,
                    _ => 3.0,
                };
                let found = contrast(colour, paper);
                assert!(found >= least, "{} {name}: {found}", theme.id);
            }
        }
    }
}

#[test]
fn the_scale_of_heights_rises_evenly_in_lightness() {
    let lightness: Vec<f64> =
        (0..=20).map(|step| oklab(linear(lapaz(f64::from(step) / 20.0)))[0]).collect();
    let mean = (lightness[20] - lightness[0]) / 20.0;
    for pair in lightness.windows(2) {
        assert!((0.5 * mean..1.6 * mean).contains(&(pair[1] - pair[0])), "{lightness:?}");
    }
}
