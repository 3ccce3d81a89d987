# Roles for GitHub Actions jobs that deploy with SST: one deploys, one verifies pull requests, one runs `sst diff`. They
# are the same as in ../../cloudformation/github-actions.yml.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  issuer    = "token.actions.githubusercontent.com"

  # A job's token names its repository in one of two forms. With the IDs, both are accepted.
  repositories = concat(
    ["repo:${var.owner}/${var.repository}"],
    var.ids == null ? [] : ["repo:${var.owner}@${var.ids.owner}/${var.repository}@${var.ids.repository}"],
  )
  deployers = length(var.environments) > 0 ? [for name in sort(var.environments) : "environment:${name}"] : ["ref:refs/heads/${var.branch}"]
}

# AWS trusts GitHub's certificate authority, so no thumbprint is needed. The provider belongs to the whole account: other
# roles stop working if it is destroyed.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.oidc_provider == "create" ? 1 : 0

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "deploy_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:${local.partition}:iam::${local.account}:oidc-provider/${local.issuer}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    # Whole subjects, no wildcards.
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = [for pair in setproduct(local.repositories, local.deployers) : join(":", pair)]
    }
  }
}

resource "aws_iam_role" "deploy" {
  name                 = var.role_name
  description          = "Deploys ${var.owner}/${var.repository} with SST, from GitHub Actions"
  assume_role_policy   = data.aws_iam_policy_document.deploy_trust.json
  max_session_duration = var.max_session_duration
  permissions_boundary = var.permissions_boundary_arn
}

# SST's documented policy (sst.dev, "IAM Credentials"). This part is for SST's own bootstrap, state and secrets. The next
# one is for the resources of your app.
data "aws_iam_policy_document" "sst" {
  statement {
    sid = "ManageBootstrapStateBucket"
    actions = [
      "s3:CreateBucket",
      "s3:PutBucketVersioning",
      "s3:PutBucketNotification",
      "s3:PutBucketPolicy",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:ListBucketVersions",
      "s3:PutObject",
    ]
    resources = ["arn:${local.partition}:s3:::sst-state-*"]
  }

  statement {
    sid = "ManageBootstrapAssetBucket"
    actions = [
      "s3:CreateBucket",
      "s3:PutBucketVersioning",
      "s3:PutBucketNotification",
      "s3:PutBucketPolicy",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
    ]
    resources = ["arn:${local.partition}:s3:::sst-asset-*"]
  }

  statement {
    sid = "ManageBootstrapECRRepo"
    actions = [
      "ecr:CreateRepository",
      "ecr:DescribeRepositories",
    ]
    resources = ["arn:${local.partition}:ecr:*:${local.account}:repository/sst-asset"]
  }

  statement {
    sid = "ManageBootstrapSSMParameter"
    actions = [
      "ssm:GetParameters",
      "ssm:PutParameter",
    ]
    resources = [
      "arn:${local.partition}:ssm:*:${local.account}:parameter/sst/passphrase/*",
      "arn:${local.partition}:ssm:*:${local.account}:parameter/sst/bootstrap",
    ]
  }

  statement {
    sid = "ManageSecrets"
    actions = [
      "ssm:AddTagsToResource",
      "ssm:DeleteParameter",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
      "ssm:ListTagsForResource",
      "ssm:PutParameter",
    ]
    resources = ["arn:${local.partition}:ssm:*:${local.account}:parameter/sst/*"]
  }
}

resource "aws_iam_role_policy" "sst" {
  name   = "sst"
  role   = aws_iam_role.deploy.id
  policy = data.aws_iam_policy_document.sst.json
}

# Without deployments_policy_arn the deploy role is an administrator, because an app can contain any resource of AWS.
data "aws_iam_policy_document" "deployments" {
  statement {
    sid       = "Deployments"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "deployments" {
  count = var.deployments_policy_arn == null ? 1 : 0

  name   = "deployments"
  role   = aws_iam_role.deploy.id
  policy = data.aws_iam_policy_document.deployments.json
}

resource "aws_iam_role_policy_attachment" "deployments" {
  count = var.deployments_policy_arn == null ? 0 : 1

  role       = aws_iam_role.deploy.name
  policy_arn = var.deployments_policy_arn
}

# For `bootstrap: verify` on pull requests, whose code was not reviewed yet. It can read the bootstrap, the locks and the
# list of updates. It cannot read a state, a passphrase or a secret, and it cannot write.
data "aws_iam_policy_document" "verify_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:${local.partition}:iam::${local.account}:oidc-provider/${local.issuer}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = [for repository in local.repositories : "${repository}:pull_request"]
    }
  }
}

resource "aws_iam_role" "verify" {
  name                 = "${var.role_name}-verify"
  description          = "Verifies the SST bootstrap for pull requests of ${var.owner}/${var.repository}"
  assume_role_policy   = data.aws_iam_policy_document.verify_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "verify" {
  statement {
    sid       = "ReadBootstrapRecord"
    actions   = ["ssm:GetParameters"]
    resources = ["arn:${local.partition}:ssm:*:${local.account}:parameter/sst/bootstrap"]
  }

  statement {
    sid       = "FindStateBucket"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${local.partition}:s3:::sst-state-*"]
  }

  statement {
    sid       = "FindAssetBucket"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${local.partition}:s3:::sst-asset-*"]
  }

  statement {
    sid     = "ReadLocksAndUpdates"
    actions = ["s3:GetObject"]
    resources = [
      "arn:${local.partition}:s3:::sst-state-*/lock/*",
      "arn:${local.partition}:s3:::sst-state-*/update/*",
    ]
  }

  statement {
    sid       = "FindBootstrapRepository"
    actions   = ["ecr:DescribeRepositories"]
    resources = ["arn:${local.partition}:ecr:*:${local.account}:repository/sst-asset"]
  }
}

resource "aws_iam_role_policy" "verify" {
  name   = "sst-verify"
  role   = aws_iam_role.verify.id
  policy = data.aws_iam_policy_document.verify.json
}

# For `sst diff` on pull requests. It reads the state and the passphrase of a stage, so it can read the stage's secrets.
# For a stage that was never deployed, SST creates the passphrase. An existing passphrase cannot be overwritten.
data "aws_iam_policy_document" "diff_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:${local.partition}:iam::${local.account}:oidc-provider/${local.issuer}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = [for repository in local.repositories : "${repository}:environment:${var.diff_environment}"]
    }
  }
}

resource "aws_iam_role" "diff" {
  name                 = "${var.role_name}-diff"
  description          = "Runs sst diff for pull requests of ${var.owner}/${var.repository}"
  assume_role_policy   = data.aws_iam_policy_document.diff_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "diff" {
  statement {
    sid = "ReadBootstrapRecordAndPassphrase"
    actions = [
      "ssm:GetParameter",
      "ssm:GetParameters",
    ]
    resources = [
      "arn:${local.partition}:ssm:*:${local.account}:parameter/sst/passphrase/*",
      "arn:${local.partition}:ssm:*:${local.account}:parameter/sst/bootstrap",
    ]
  }

  statement {
    sid       = "CreatePassphrase"
    actions   = ["ssm:PutParameter"]
    resources = ["arn:${local.partition}:ssm:*:${local.account}:parameter/sst/passphrase/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:Overwrite"
      values   = ["false"]
    }
  }

  statement {
    sid = "ReadState"
    actions = [
      "s3:GetObject",
      "s3:ListBucket",
    ]
    resources = ["arn:${local.partition}:s3:::sst-state-*"]
  }

  statement {
    sid       = "FindAssetBucket"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${local.partition}:s3:::sst-asset-*"]
  }

  statement {
    sid       = "FindBootstrapRepository"
    actions   = ["ecr:DescribeRepositories"]
    resources = ["arn:${local.partition}:ecr:*:${local.account}:repository/sst-asset"]
  }
}

resource "aws_iam_role_policy" "diff" {
  name   = "sst-diff"
  role   = aws_iam_role.diff.id
  policy = data.aws_iam_policy_document.diff.json
}

resource "aws_iam_role_policy_attachment" "diff" {
  count = var.diff_policy_arn == null ? 0 : 1

  role       = aws_iam_role.diff.name
  policy_arn = var.diff_policy_arn
}
