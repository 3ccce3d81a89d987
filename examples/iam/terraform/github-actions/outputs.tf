output "deploy_role_arn" {
  description = "role-to-assume of the job that deploys"
  value       = aws_iam_role.deploy.arn
}

output "verify_role_arn" {
  description = "role-to-assume of the check on pull requests"
  value       = aws_iam_role.verify.arn
}

output "diff_role_arn" {
  description = "role-to-assume of the job that runs sst diff"
  value       = aws_iam_role.diff.arn
}
