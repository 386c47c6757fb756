import Catalog
import TestSupport
import Testing

@testable import CatalogStore

/// Where rules come from.
@Suite struct OriginFinderTests {
    static let commit = "0123456789abcdef0123456789abcdef01234567"

    static let remotes: [(remote: String, address: String?)] = [
        ("https://github.com/o/r.git", "https://github.com/o/r/blob/\(commit)/"),
        ("https://github.com/o/r", "https://github.com/o/r/blob/\(commit)/"),
        ("git@github.com:o/r.git", "https://github.com/o/r/blob/\(commit)/"),
        ("ssh://git@github.com/o/r.git", "https://github.com/o/r/blob/\(commit)/"),
        ("https://user:secret@gitlab.com/g/s/r.git", "https://gitlab.com/g/s/r/-/blob/\(commit)/"),
        ("https://codeberg.org/o/r", "https://codeberg.org/o/r/src/commit/\(commit)/"),
        ("/srv/git/rules", nil), ("https://github.com/../r", nil), ("https://example.test/o/r.git", nil),
        (#"https://github.com/o/"><script>"#, nil), ("", nil),
    ]

    @Test("the address of a remote", arguments: remotes)
    func address(_ row: (remote: String, address: String?)) {
        #expect(OriginFinder<MemoryFiles>.address(remote: row.remote, commit: Self.commit) == row.address)
    }

    private static let config = "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://github.com/o/r.git\n"

    @Test(
        "the commit: named by a branch, packed, by itself, in a worktree",
        arguments: [
            [
                "/r/.git/HEAD": "ref: refs/heads/main\n", "/r/.git/refs/heads/main": commit + "\n",
                "/r/.git/config": config,
            ],
            [
                "/r/.git/HEAD": "ref: refs/heads/main\n",
                "/r/.git/packed-refs": "# pack-refs\n\(commit) refs/heads/main\n", "/r/.git/config": config,
            ],
            ["/r/.git/HEAD": commit, "/r/.git/config": config],
            [
                "/r/.git": "gitdir: /main/.git/worktrees/r\n", "/main/.git/worktrees/r/HEAD": commit,
                "/main/.git/worktrees/r/commondir": "../..\n", "/main/.git/config": config,
            ],
        ]
    )
    func repository(_ files: [String: String]) {
        let files = MemoryFiles(
            files + [
                "/r/rules/a.yml": "", "/r/LICENSE": "MIT License\n\nPermission is hereby granted,\nfree of charge",
            ]
        )
        let origin = OriginFinder(files).origin(of: CollectionRoot(name: "r", path: "/r/rules"))
        #expect(origin.upstream == "https://github.com/o/r/blob/\(Self.commit)/rules/")
        #expect(origin.license == "MIT")
        #expect(origin.root == "/r/rules")
    }

    static let folders: [(folder: String, address: String)] = [
        ("/r", ""), ("/r/rules", "rules/"), ("/r/my rules/#1?", "my%20rules/%231%3F/"),
    ]

    @Test("a folder of a repository, whatever it is called", arguments: folders)
    func folder(_ row: (folder: String, address: String)) {
        let files = MemoryFiles([
            "/r/.git/HEAD": Self.commit, "/r/.git/config": Self.config, row.folder + "/a.yml": "",
        ])
        let origin = OriginFinder(files).origin(of: CollectionRoot(name: "r", path: row.folder))
        #expect(origin.upstream == "https://github.com/o/r/blob/\(Self.commit)/" + row.address)
    }

    static let licenses: [(text: String, name: String?)] = [
        ("Apache License\n   Version 2.0, January 2004", "Apache-2.0"),
        ("released under the Detection Rule License (DRL) 1.1", "DRL-1.1"),
        ("Redistribution and use in source and binary forms\n Neither the name of", "BSD-3-Clause"),
        ("All rights reserved", nil), ("", nil),
    ]

    @Test("a licence by its phrases", arguments: licenses)
    func license(_ row: (text: String, name: String?)) {
        #expect(OriginFinder<MemoryFiles>.license(row.text) == row.name)
    }

    @Test("a folder without a repository has no address, and what the user says goes first")
    func without() {
        let files = MemoryFiles(["/r/rules/a.yml": ""])
        #expect(OriginFinder(files).origin(of: CollectionRoot(name: "r", path: "/r/rules")).upstream == nil)
        let root = CollectionRoot(name: "r", path: "/r/rules", upstream: "https://a.test/")
        #expect(OriginFinder(files).origin(of: root).upstream == "https://a.test/")
    }
}
