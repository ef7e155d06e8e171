// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order of the flow: a target imports only targets above it.
// `Scripts/check-layers` holds this file and every import against that rule.

/// Without the command line and its packages: `CORE_ONLY=1 swift build` is the quick loop.
let isCoreOnly = Context.environment["CORE_ONLY"] == "1"

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]
/// Modules that touch memory directly mark each unsafe expression.
let audited = strict + [.strictMemorySafety()]

func core(_ name: String, _ dependencies: [Target.Dependency], audited isAudited: Bool = false)
  -> Target
{
  .target(name: name, dependencies: dependencies, swiftSettings: isAudited ? audited : strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], hasGoldens: Bool = false)
  -> Target
{
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"],
    exclude: hasGoldens ? ["Goldens"] : [], swiftSettings: strict)
}

var packages: [Package.Dependency] = []

var targets: [Target] = [
  core("Texts", [], audited: true),
  .target(name: "Kernels"),
  core("Encoder", ["Texts", "Kernels"], audited: true),
  core("Reports", ["Texts"]),
  .target(name: "Prefetch"),
  core("TextReuse", ["Texts", "Prefetch"], audited: true),
  core("Linguistics", ["Texts", "Encoder"]),
  core("Knowledge", ["Texts"]),
  core("Mentions", ["Texts", "Linguistics", "Knowledge"]),
  core("Claims", ["Texts", "Linguistics", "Knowledge", "Mentions"]),
  core(
    "Comparison",
    ["Texts", "Reports", "TextReuse", "Linguistics", "Knowledge", "Mentions", "Claims"]),
  core(
    "Dossiers",
    [
      "Texts", "Reports", "TextReuse", "Linguistics", "Knowledge", "Mentions", "Claims",
      "Comparison",
    ]),
  core(
    "Readings",
    ["Texts", "Reports", "Linguistics", "Knowledge", "Mentions", "Claims", "Dossiers"]),

  // Workshop: never shipped.
  .executableTarget(
    name: "CoreProbe",
    dependencies: ["Texts", "Encoder", "TextReuse", "Comparison", "Dossiers", "Readings"],
    swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
  .target(
    name: "TestSupport", dependencies: ["Texts"], path: "Tests/TestSupport", swiftSettings: strict),
  .target(
    name: "EncoderTestSupport", dependencies: ["Encoder", "Texts", "TestSupport"],
    path: "Tests/EncoderTestSupport", swiftSettings: strict),
  .target(
    name: "LinguisticsTestSupport", dependencies: ["Linguistics", "Texts"],
    path: "Tests/LinguisticsTestSupport", swiftSettings: strict),
  tests("Texts", ["Texts"]),
  tests("Encoder", ["Encoder", "EncoderTestSupport", "Kernels", "Texts"]),
  tests("Reports", ["Reports", "Texts"]),
  tests("TextReuse", ["TextReuse", "Texts"]),
  tests("Linguistics", ["Linguistics", "Encoder", "EncoderTestSupport", "Texts"]),
  tests("Knowledge", ["Knowledge", "Texts"]),
  tests("Mentions", ["Mentions", "Linguistics", "LinguisticsTestSupport", "Knowledge", "Texts"]),
  tests(
    "Claims",
    ["Claims", "Mentions", "Linguistics", "LinguisticsTestSupport", "Knowledge", "Texts"]),
  tests(
    "Comparison",
    [
      "Comparison", "Claims", "Mentions", "Linguistics", "Knowledge", "TextReuse", "Reports",
      "Texts",
    ]
  ),
  tests("Dossiers", ["Dossiers", "Comparison", "Claims", "Mentions", "Texts"], hasGoldens: true),
  tests(
    "Readings",
    [
      "Readings", "Dossiers", "Claims", "Linguistics", "Knowledge", "Mentions", "Reports", "Texts",
    ],
    hasGoldens: true),
]

if !isCoreOnly {
  packages += [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ]
  let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
  let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
  let all: [Target.Dependency] = [
    "Texts", "Encoder", "Reports", "TextReuse", "Linguistics", "Knowledge", "Mentions", "Claims",
    "Comparison", "Dossiers", "Readings", "Platform",
  ]
  targets += [
    // Edges.
    .target(name: "Platform", dependencies: ["Texts", crypto], swiftSettings: audited),
    .target(name: "Pipeline", dependencies: all, swiftSettings: strict),
    .executableTarget(
      name: "synoptic", dependencies: all + ["Pipeline", arguments], swiftSettings: strict),
    // Workshop.
    .executableTarget(
      name: "evaluate", dependencies: all + ["Pipeline", arguments], swiftSettings: strict),
    .executableTarget(
      name: "CompileKnowledge", dependencies: ["Texts", "Knowledge", "Platform", arguments],
      swiftSettings: strict),
    tests("Platform", ["Platform", "Texts"]),
    tests("Pipeline", all + ["Pipeline", "EncoderTestSupport"], hasGoldens: true),
    tests("CompileKnowledge", ["CompileKnowledge", "Knowledge", "Texts"]),
    tests(
      "Evaluate",
      [
        "evaluate", "Claims", "Encoder", "Knowledge", "Linguistics", "Mentions", "Pipeline",
        "Platform", "TextReuse", "Texts",
      ]),
  ]
}

let package = Package(
  name: "synoptic",
  products: isCoreOnly ? [] : [.executable(name: "synoptic", targets: ["synoptic"])],
  dependencies: packages,
  targets: targets
)
