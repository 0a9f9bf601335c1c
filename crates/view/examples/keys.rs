//! Prints `docs/keys.md`.

fn main() {
    print!("{}", downhill_view::options::keys::document());
}
