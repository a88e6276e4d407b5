//! Finding a port to serve on.

use std::net::{Ipv4Addr, TcpListener};

use crate::failure::Failure;

const TRIES: u16 = 50;

/// The first free port of this machine from `first` on.
pub(crate) fn free_from(first: u16) -> anyhow::Result<u16> {
    let last = first.saturating_add(TRIES);
    (first..=last)
        // Listening tells more surely than connecting whether somebody else could.
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| {
            Failure::error(
                format!("no port from {first} to {last} is free"),
                "Name a free one: cargo xtask serve --port 9000.",
            )
        })
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::free_from;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_from(port).unwrap() > port);
    }
}
