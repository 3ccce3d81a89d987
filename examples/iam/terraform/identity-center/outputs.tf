output "application_role_arn" {
  description = "role-to-assume, together with source-profile"
  value       = aws_iam_role.application.arn
}

output "assume_role_policy" {
  description = "The inline policy of the permission set, if you create it by hand"
  value       = data.aws_iam_policy_document.assume_role.json
}
