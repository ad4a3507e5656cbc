"""Whether the machine is the owner's own, or a service's that builds a site to publish it."""

from __future__ import annotations

import os

# Set by services that build a site in order to publish it; nearly all of them set the first.
HOSTS = (
    "CI",
    "READTHEDOCS",
    "GITHUB_ACTIONS",
    "GITLAB_CI",
    "NETLIFY",
    "CF_PAGES",
    "VERCEL",
    "TRAVIS",
    "CIRCLECI",
    "BITBUCKET_BUILD_NUMBER",
    "TF_BUILD",
    "CI_PIPELINE_ID",
    "JENKINS_URL",
    "RENDER",
    "AWS_APP_ID",
    "CODEBUILD_BUILD_ID",
    "GITEA_ACTIONS",
    "FORGEJO_ACTIONS",
    "BUILDKITE",
    "DRONE",
    "SEMAPHORE",
    "APPVEYOR",
    "CIRRUS_CI",
    "TEAMCITY_VERSION",
)


def is_the_owners() -> bool:
    """Whether no service is known to build the CV."""
    return not any(os.environ.get(host) for host in HOSTS)
