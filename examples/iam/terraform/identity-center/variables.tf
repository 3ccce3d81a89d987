variable "role_name" {
  type        = string
  default     = "my-application-dev-role"
  description = "Name of the application's role"
}

variable "permission_set_name" {
  type        = string
  default     = "MyApplicationDevPermissions"
  description = "Name of the permission set whose people are allowed to assume the role"
}

variable "application_policy_arn" {
  type        = string
  description = "ARN of the managed policy with the permissions for the application and its deploys"
}

variable "permissions_boundary_arn" {
  type        = string
  default     = null
  description = "ARN of a permissions boundary for the role and for the permission set, if you use one"
}

variable "instance_arn" {
  type        = string
  default     = null
  description = "ARN of the Identity Center instance (aws sso-admin list-instances), if this module should create the permission set too. Only the organization's management account, or the delegated administrator of Identity Center, can do that. If it is null, create the permission set by hand, with the policy in the output assume_role_policy"
}

variable "group_id" {
  type        = string
  default     = null
  description = "ID of the Identity Center group that gets the permission set in this account. Only with instance_arn"
}
