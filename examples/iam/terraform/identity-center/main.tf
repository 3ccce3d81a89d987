# A role for people with an IAM Identity Center permission set, on their own machine and on a self-hosted runner
# (source-profile). The permission set itself has no other access. It is the same as in
# ../../cloudformation/identity-center.yml.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition

  # The boundary's policy as the permission set takes it: one of AWS by its ARN, one of the account by its path and name.
  boundary_policy = var.permissions_boundary_arn == null ? "" : split(":policy", var.permissions_boundary_arn)[1]
  boundary_is_aws = var.permissions_boundary_arn == null ? false : split(":", var.permissions_boundary_arn)[4] == "aws"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${local.partition}:iam::${local.account}:root"]
    }

    # Identity Center creates a role for the permission set, again after each change. Its name ends in 16 random characters,
    # and its path might contain the region. The 16 question marks match this permission set only: `_*` would also match
    # another one whose name begins with this name and `_`.
    condition {
      test     = "ArnLike"
      variable = "aws:PrincipalArn"
      values = [
        "arn:${local.partition}:iam::${local.account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_${var.permission_set_name}_????????????????",
        "arn:${local.partition}:iam::${local.account}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_${var.permission_set_name}_????????????????",
      ]
    }
  }
}

resource "aws_iam_role" "application" {
  name                 = var.role_name
  description          = "Assumed by people of the permission set ${var.permission_set_name}"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = 3600 # AWS limits a role that is assumed from another role to an hour
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy_attachment" "application" {
  role       = aws_iam_role.application.name
  policy_arn = var.application_policy_arn
}

data "aws_iam_policy_document" "assume_role" {
  statement {
    actions   = ["sts:AssumeRole", "sts:TagSession"]
    resources = [aws_iam_role.application.arn]
  }
}

resource "aws_ssoadmin_permission_set" "this" {
  count = var.instance_arn == null ? 0 : 1

  instance_arn     = var.instance_arn
  name             = var.permission_set_name
  description      = "Can assume ${var.role_name}, and nothing else"
  session_duration = "PT8H"
}

resource "aws_ssoadmin_permission_set_inline_policy" "this" {
  count = var.instance_arn == null ? 0 : 1

  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.this[0].arn
  inline_policy      = data.aws_iam_policy_document.assume_role.json
}

resource "aws_ssoadmin_permissions_boundary_attachment" "this" {
  count = var.instance_arn == null || var.permissions_boundary_arn == null ? 0 : 1

  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.this[0].arn

  permissions_boundary {
    managed_policy_arn = local.boundary_is_aws ? var.permissions_boundary_arn : null

    dynamic "customer_managed_policy_reference" {
      for_each = local.boundary_is_aws ? [] : [local.boundary_policy]

      content {
        name = basename(customer_managed_policy_reference.value)
        path = regex("^.*/", customer_managed_policy_reference.value)
      }
    }
  }
}

resource "aws_ssoadmin_account_assignment" "this" {
  count = var.instance_arn == null || var.group_id == null ? 0 : 1

  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.this[0].arn
  principal_type     = "GROUP"
  principal_id       = var.group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = local.account
}
