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
  description = "The numbers of both (gh api repos/OWNER/REPOSITORY --jq '.owner.id, .id'). Needed for repositories made, renamed or moved since 15 July 2026: the tokens of their jobs name them"
}

variable "environments" {
  type        = set(string)
  default     = []
  description = "The `environment:` of the jobs that deploy. A job with an environment is let in by its name, whichever branch it runs on: the environment's protection rules say which may. Empty: jobs without one, on `branch`"

  validation {
    condition     = alltrue([for name in var.environments : can(regex("^[^:*?]+$", name))])
    error_message = "An environment's name here has no colon and no wildcard."
  }
}

variable "branch" {
  type        = string
  default     = "main"
  description = "The branch whose jobs may deploy, where there are no `environments`"

  validation {
    condition     = can(regex("^[^:*?]+$", var.branch))
    error_message = "A branch's name here has no colon and no wildcard."
  }
}

variable "role_name" {
  type        = string
  default     = "sst-deploy"
  description = "Name of the role that deploys; the other is called the same with -verify behind it"
}

variable "max_session_duration" {
  type        = number
  default     = 3600
  description = "Seconds that a session of the deploy role lasts at most (role-duration-seconds)"
}

variable "deployments_policy_arn" {
  type        = string
  default     = null
  description = "ARN of a managed policy that says what the app itself consists of. Null: everything, as in SST's documentation"
}

variable "permissions_boundary_arn" {
  type        = string
  default     = null
  description = "ARN of a permissions boundary for the deploy role, if you use one"
}

variable "create_provider" {
  type        = bool
  default     = true
  description = "Whether to register GitHub in this account. It is there once per account: false for all uses of this module but the first"
}
