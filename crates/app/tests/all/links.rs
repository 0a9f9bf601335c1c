//! Old links keep their meaning: each opens the very run that it opened when it was recorded
//! (`tests/links/README.md`).

use crate::support::Page;
use serde::Deserialize;

/// A link and what it led to.
#[derive(Debug, Deserialize)]
struct Link {
    link: String,
    scene: String,
    /// The digest of θ, or the ball's place, of states 0 … [`UPDATES`].
    run: String,
    /// That of the runs of a race after the last of them, and of the numbers of kept runs.
    beside: String,
    /// The query that leads back to it.
    address: String,
}

/// How many updates each link was followed for.
const UPDATES: u32 = 30;

/// FNV-1a, 64 bits, over 64-bit floats, least significant byte first, as `follow.mjs` has it.
struct Digest(u64);

impl Digest {
    fn new() -> Digest {
        Digest(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, numbers: &[f64]) {
        // All NaN are one in JavaScript.
        let bits = |number: &f64| if number.is_nan() { 0x7ff8 << 48 } else { number.to_bits() };
        for byte in numbers.iter().flat_map(|number| bits(number).to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}

#[test]
fn each_link_opens_the_run_on_record() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/links/links.json");
    let links: Vec<Link> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(links.len(), 50);
    for Link { link, scene, run: expected, beside: beside_it, address } in links {
        let mut page = Page::open_empty(&link);
        let told = page.told();
        let (mut run, mut beside) = (Digest::new(), Digest::new());
        run.add(&page.place());
        for _ in 0..UPDATES {
            page.step(1);
            run.add(&page.place());
        }
        let at_last = page.told();
        for racer in at_last.racers {
            beside.add(&racer.x);
            beside.add(&[racer.value]);
        }
        at_last.kept.runs.iter().for_each(|kept| beside.add(&kept.values));
        let found = (told.scene.id, run.text(), beside.text());
        assert_eq!(found, (scene.as_str(), expected, beside_it), "{link}");
        assert_eq!(told.query, Some(address), "{link}");
    }
}
