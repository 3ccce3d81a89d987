variable "role_name" {
  type        = string
  default     = "my-application-dev-role"
  description = "Name of the application's role"
}

variable "permission_set_name" {
  type        = string
  default     = "MyApplicationDevPermissions"
  description = "Name of the permission set whose people may assume the role"
}

variable "application_policy_arn" {
  type        = string
  description = "ARN of the managed policy with what the application and its deploys need"
}

variable "instance_arn" {
  type        = string
  default     = null
  description = "ARN of the Identity Center instance (aws sso-admin list-instances), to make the permission set too. That takes the organization's management account, or the one that administers Identity Center. Null: make it by hand, with the policy in the output assume_role_policy"
}

variable "group_id" {
  type        = string
  default     = null
  description = "Id of the Identity Center group that gets the permission set in this account; with instance_arn only"
}
