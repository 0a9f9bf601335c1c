//! Themes: all colours and line widths, for the canvases and, as custom properties, for the
//! page.

/// A colour: red, green, blue, each 0 … 255 in sRGB.
pub type Rgb = [u8; 3];

/// Colours and line width for one kind of screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Name on the page and in the address.
    pub id: &'static str,
    /// Background.
    pub paper: Rgb,
    /// Raised surface: what is lit, and what is pointed at.
    pub raised: Rgb,
    /// The ground under a curve.
    pub ground: Rgb,
    /// Its uppermost layer, right under the curve.
    pub turf: Rgb,
    /// Text, and the main curve or surface.
    pub ink: Rgb,
    /// Secondary text, and the fainter curve.
    pub muted: Rgb,
    /// Grid lines.
    pub grid: Rgb,
    /// The current point: the ball, the current weights.
    pub ball: Rgb,
    /// Colour of the ball as text: darker or lighter, for contrast.
    pub ball_text: Rgb,
    /// Rim of the ball, which sets it off from the ground.
    pub rim: Rgb,
    /// Slope, tangent, gradient.
    pub slope: Rgb,
    /// Move downhill.
    pub step: Rgb,
    /// A prediction, and an abandoned run.
    pub ghost: Rgb,
    /// A weight above 0.
    pub positive: Rgb,
    /// A weight below 0.
    pub negative: Rgb,
    /// Errors and warnings.
    pub warning: Rgb,
    /// The classes, in the data set's order: pairwise distinct, and distinct from ball, slope
    /// and step, also for colour-blind eyes.
    pub classes: [Rgb; 3],
    /// Basins of attraction: areas under lines and words in ink.
    pub basins: [Rgb; 8],
    /// Runs of a race, in the order of its lanes: pairwise distinct.
    pub racers: [Rgb; 6],
    /// Width of the thinnest line, in CSS pixels.
    pub width: f64,
}

/// All themes, in the order in which they are offered.
pub static THEMES: &[&Theme] = &[&LIGHT, &DARK, &PROJECTOR, &PROJECTOR_DARK];

/// Theme for paper and screen.
pub const LIGHT: Theme = Theme {
    id: "light",
    paper: hex(0xfcfbf8),
    raised: hex(0xf3f2ed),
    ground: hex(0xebf4ef),
    turf: hex(0xc9dfd5),
    ink: hex(0x111827),
    muted: hex(0x57606f),
    grid: hex(0xe6e4de),
    ball: hex(0xd55e00),
    ball_text: hex(0xb04a00),
    rim: hex(0x5a2800),
    slope: hex(0x0072b2),
    step: hex(0x007a5a),
    ghost: hex(0x6b5b95),
    positive: hex(0x00687a),
    negative: hex(0x8c510a),
    warning: hex(0xa4132a),
    classes: [hex(0x6a1b9a), hex(0x6d2e00), hex(0x37474f)],
    basins: [
        hex(0xe1d269),
        hex(0x5ad2ff),
        hex(0xc396d2),
        hex(0x78b496),
        hex(0xe1a54b),
        hex(0xb4fff0),
        hex(0xf0f0a5),
        hex(0xb4e1c3),
    ],
    racers: [
        hex(0x0032c8),
        hex(0xfa3232),
        hex(0x000000),
        hex(0x0096c8),
        hex(0x960000),
        hex(0x000064),
    ],
    width: 1.0,
};

/// The light theme on white paper, for printing.
pub const PRINT: Theme = Theme { paper: hex(0xffffff), ..LIGHT };

/// Theme for dark rooms and tired eyes.
pub const DARK: Theme = Theme {
    id: "dark",
    paper: hex(0x14171c),
    raised: hex(0x1e232b),
    ground: hex(0x1b2627),
    turf: hex(0x2c4340),
    ink: hex(0xeef1f5),
    muted: hex(0xa7b0be),
    grid: hex(0x2f3742),
    ball: hex(0xff7a1a),
    ball_text: hex(0xff7a1a),
    rim: hex(0xffd9bd),
    slope: hex(0x56b4e9),
    step: hex(0x2fbf95),
    ghost: hex(0xb3a4dc),
    positive: hex(0x4dc4d6),
    negative: hex(0xdfa360),
    warning: hex(0xff8a8f),
    classes: [hex(0x9575cd), hex(0xffd54f), hex(0xffffff)],
    basins: [
        hex(0x4b69b4),
        hex(0x965a2d),
        hex(0x1e1e69),
        hex(0x694b69),
        hex(0x5a1e00),
        hex(0x2d4b96),
        hex(0x783c00),
        hex(0x3c1e3c),
    ],
    racers: [
        hex(0x32c8fa),
        hex(0xfa0000),
        hex(0xfafafa),
        hex(0xc800fa),
        hex(0xc8c800),
        hex(0x009696),
    ],
    width: 1.0,
};

/// Theme for a projector in a bright room, legible from the back row.
pub const PROJECTOR: Theme = Theme {
    id: "projector",
    paper: hex(0xffffff),
    ink: hex(0x000000),
    muted: hex(0x3d4450),
    grid: hex(0xd0d6df),
    width: 1.7,
    ..LIGHT
};

/// Theme for a projector in a dark room.
pub const PROJECTOR_DARK: Theme = Theme {
    id: "projector_dark",
    paper: hex(0x000000),
    raised: hex(0x16191f),
    ink: hex(0xffffff),
    muted: hex(0xc9d0da),
    width: 1.7,
    ..DARK
};

/// All themes with more contrast, in the same order.
static CONTRASTING: [Theme; 4] =
    [contrasting(LIGHT), contrasting(DARK), contrasting(PROJECTOR), contrasting(PROJECTOR_DARK)];

/// A theme whose faint texts are in ink, its grid in the colour of faint texts, its lines thicker.
const fn contrasting(theme: Theme) -> Theme {
    Theme { muted: theme.ink, grid: theme.muted, width: 1.3 * theme.width, ..theme }
}

const fn hex(rgb: u32) -> Rgb {
    [(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8]
}

impl Theme {
    /// The theme of this name.
    pub fn from_id(id: &str) -> Option<&'static Theme> {
        THEMES.iter().copied().find(|theme| theme.id == id)
    }

    /// The theme of this name for readers who prefer more contrast.
    pub fn contrasting(&self) -> &'static Theme {
        CONTRASTING.iter().find(|theme| theme.id == self.id).unwrap_or(&CONTRASTING[0])
    }

    /// The theme with other colours for surfaces, texts and the grid; other names are left out.
    pub fn with(&self, colours: &[(String, Rgb)]) -> Theme {
        let mut theme = self.clone();
        for (name, colour) in colours {
            match name.as_str() {
                "paper" => theme.paper = *colour,
                "raised" => theme.raised = *colour,
                "ink" => theme.ink = *colour,
                "muted" => theme.muted = *colour,
                "grid" => theme.grid = *colour,
                _ => {}
            }
        }
        theme
    }

    /// Colours by name, as used for the signs in a sentence, the marks in a recorded drawing and
    /// the page's custom properties.
    pub fn colours(&self) -> [(&'static str, Rgb); 33] {
        let [class_1, class_2, class_3] = self.classes;
        let [basin_1, basin_2, basin_3, basin_4, basin_5, basin_6, basin_7, basin_8] = self.basins;
        let [racer_1, racer_2, racer_3, racer_4, racer_5, racer_6] = self.racers;
        [
            ("paper", self.paper),
            ("raised", self.raised),
            ("ground", self.ground),
            ("turf", self.turf),
            ("ink", self.ink),
            ("muted", self.muted),
            ("grid", self.grid),
            ("ball", self.ball),
            ("ball-text", self.ball_text),
            ("rim", self.rim),
            ("slope", self.slope),
            ("step", self.step),
            ("ghost", self.ghost),
            ("positive", self.positive),
            ("negative", self.negative),
            ("warning", self.warning),
            ("class-1", class_1),
            ("class-2", class_2),
            ("class-3", class_3),
            ("basin-1", basin_1),
            ("basin-2", basin_2),
            ("basin-3", basin_3),
            ("basin-4", basin_4),
            ("basin-5", basin_5),
            ("basin-6", basin_6),
            ("basin-7", basin_7),
            ("basin-8", basin_8),
            ("racer-1", racer_1),
            ("racer-2", racer_2),
            ("racer-3", racer_3),
            ("racer-4", racer_4),
            ("racer-5", racer_5),
            ("racer-6", racer_6),
        ]
    }

    /// Name of a colour; `None` for a mixed one.
    pub fn name_of(&self, colour: Rgb) -> Option<&'static str> {
        self.colours().into_iter().find(|(_, of)| *of == colour).map(|(name, _)| name)
    }
}

/// Linear mix of two colours, `share` (0 … 1) of the way from one to the other.
pub fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    std::array::from_fn(|channel| {
        let (from, to) = (f64::from(from[channel]), f64::from(to[channel]));
        (from + (to - from) * share.clamp(0.0, 1.0)).round() as u8
    })
}

/// Colour scale of heights: lapaz, even in lightness and safe for colour-blind eyes (Crameri
/// 2018, doi:10.5281/zenodo.1243862). 0 is low and dark.
pub fn lapaz(height: f64) -> Rgb {
    /// Seventeen entries of the published table, evenly spaced.
    const TABLE: [Rgb; 17] = [
        hex(0x1a0c64),
        hex(0x1f2071),
        hex(0x24327e),
        hex(0x284289),
        hex(0x2c5293),
        hex(0x33629b),
        hex(0x3d71a0),
        hex(0x4a7fa3),
        hex(0x5b8ca3),
        hex(0x7096a0),
        hex(0x859e9b),
        hex(0x9ba496),
        hex(0xb4ac96),
        hex(0xd0baa1),
        hex(0xeaceb9),
        hex(0xf9e1d6),
        hex(0xfef2f3),
    ];
    let place = height.clamp(0.0, 1.0) * (TABLE.len() - 1) as f64;
    let index = (place as usize).min(TABLE.len() - 2);
    mix(TABLE[index], TABLE[index + 1], place - index as f64)
}
