variable "owner" {
  type        = string
  description = "The organization or user that owns the repository, as in github.com/OWNER/repository"
}

variable "repository" {
  type        = string
  description = "The repository's name, without its owner"
}

variable "ids" {
  type = object({
    owner      = number
    repository = number
  })
  default     = null
  description = "The IDs of both (gh api repos/OWNER/REPOSITORY --jq '.owner.id, .id'). Required for repositories created, renamed or moved since 15 July 2026: the tokens of their jobs name them"
}

variable "environments" {
  type        = set(string)
  default     = []
  description = "The `environment:` of the jobs that deploy. AWS accepts such a job from every branch: the environment's protection rules decide which branches are allowed to use it. Name several if a removal of previews should not wait for the approval of a deploy. If it is empty, AWS accepts jobs without an environment, on `branch`"

  validation {
    condition     = alltrue([for name in var.environments : can(regex("^[^:*?]+$", name))])
    error_message = "The name of an environment must not contain a colon or a wildcard here."
  }
}

variable "branch" {
  type        = string
  default     = "main"
  description = "The branch whose jobs are allowed to deploy, if `environments` is empty"

  validation {
    condition     = can(regex("^[^:*?]+$", var.branch))
    error_message = "The name of a branch must not contain a colon or a wildcard here."
  }
}

variable "diff_environment" {
  type        = string
  default     = "diff"
  description = "The `environment:` of the jobs that run `sst diff`. Protect it: a diff decrypts the secrets of its stage"

  validation {
    condition     = can(regex("^[^:*?]+$", var.diff_environment))
    error_message = "The name of an environment must not contain a colon or a wildcard here."
  }
}

variable "role_name" {
  type        = string
  default     = "sst-deploy"
  description = "Name of the role that deploys. The other two have the same name with -verify and -diff at the end"
}

variable "max_session_duration" {
  type        = number
  default     = 3600
  description = "The longest session of the deploy role in seconds (role-duration-seconds)"
}

variable "deployments_policy_arn" {
  type        = string
  default     = null
  description = "ARN of a managed policy with the permissions for the resources of your app. If it is null, the deploy role is an administrator of the account, as in SST's documentation"
}

variable "diff_policy_arn" {
  type        = string
  default     = null
  description = "ARN of a managed policy with more read permissions for the diff role, for apps that look up existing resources. arn:aws:iam::aws:policy/ReadOnlyAccess reads everything"
}

variable "permissions_boundary_arn" {
  type        = string
  default     = null
  description = "ARN of a permissions boundary for all roles, if you use one"
}

variable "oidc_provider" {
  type        = string
  default     = "create"
  description = "An account can have only one OIDC provider for GitHub. Write `existing` if `aws iam list-open-id-connect-providers` shows token.actions.githubusercontent.com, else `create`"

  validation {
    condition     = contains(["create", "existing"], var.oidc_provider)
    error_message = "oidc_provider is create or existing."
  }
}
