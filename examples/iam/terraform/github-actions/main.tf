# Roles for GitHub Actions jobs that deploy with SST: one that deploys, and one with which pull requests verify. The same
# as ../../cloudformation/github-actions.yml.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  issuer    = "token.actions.githubusercontent.com"

  # A job's token names its repository in one of two forms; with the numbers, both are let in.
  repositories = concat(
    ["repo:${var.owner}/${var.repository}"],
    var.ids == null ? [] : ["repo:${var.owner}@${var.ids.owner}/${var.repository}@${var.ids.repository}"],
  )
  deployers = length(var.environments) > 0 ? [for name in sort(var.environments) : "environment:${name}"] : ["ref:refs/heads/${var.branch}"]
}

# AWS knows GitHub's certificate authority: no thumbprint is needed.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_provider ? 1 : 0

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

    # The whole subject, no wildcard.
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

# SST's documented policy (sst.dev, "IAM Credentials"), statement by statement: this one for its bootstrap and secrets,
# the next for what the app consists of.
data "aws_iam_policy_document" "sst" {
  statement {
    sid = "ManageBootstrapStateBucket"
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
      "ssm:DeleteParameter",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
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

# Everything, since an app may consist of anything.
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

# For `bootstrap: verify` on pull requests, whose code nobody has reviewed yet: it can read how the bootstrap stands, and
# nothing that is deployed. No state, no passphrase, no secret, no write.
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
  name               = "${var.role_name}-verify"
  description        = "Verifies the SST bootstrap for pull requests of ${var.owner}/${var.repository}"
  assume_role_policy = data.aws_iam_policy_document.verify_trust.json
}

data "aws_iam_policy_document" "verify" {
  statement {
    sid = "ReadBootstrapRecord"
    actions = [
      "ssm:GetParameter",
      "ssm:GetParameters",
    ]
    resources = ["arn:${local.partition}:ssm:*:${local.account}:parameter/sst/bootstrap"]
  }

  statement {
    sid = "FindBootstrapBuckets"
    actions = [
      "s3:ListBucket",
      "s3:GetBucketVersioning",
      "s3:GetBucketPolicy",
      "s3:GetBucketPublicAccessBlock",
    ]
    resources = [
      "arn:${local.partition}:s3:::sst-state-*",
      "arn:${local.partition}:s3:::sst-asset-*",
    ]
  }

  statement {
    sid       = "ReadLocks"
    actions   = ["s3:GetObject"]
    resources = ["arn:${local.partition}:s3:::sst-state-*/lock/*"]
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
