"""Deploys a CloudFormation template to the moto server and prints, as JSON, what came of it.

deploy.py ENDPOINT TEMPLATE STACK PARAMETERS: PARAMETERS is a JSON object of texts.
"""

import json
import sys

import boto3

endpoint, template, stack, parameters = sys.argv[1:]
options = {
    "endpoint_url": endpoint,
    "region_name": "us-east-1",
    "aws_access_key_id": "moto",
    "aws_secret_access_key": "moto",
}
cloudformation = boto3.client("cloudformation", **options)
iam = boto3.client("iam", **options)

with open(template, encoding="utf-8") as file:
    cloudformation.create_stack(
        StackName=stack,
        TemplateBody=file.read(),
        Capabilities=["CAPABILITY_NAMED_IAM"],
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in json.loads(parameters).items()],
    )
made = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
outputs = {output["OutputKey"]: output["OutputValue"] for output in made["Outputs"]}


def document(policy):
    version = iam.get_policy(PolicyArn=policy)["Policy"]["DefaultVersionId"]
    return iam.get_policy_version(PolicyArn=policy, VersionId=version)["PolicyVersion"]["Document"]


def role(arn):
    name = arn.rsplit("/", 1)[1]
    found = iam.get_role(RoleName=name)["Role"]
    attached = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    return {
        "arn": arn,
        "trust": found["AssumeRolePolicyDocument"],
        "policies": {policy["PolicyName"]: document(policy["PolicyArn"]) for policy in attached},
    }


roles = {key: role(value) for key, value in outputs.items() if ":role/" in value and key.endswith("Arn")}


# moto asks for an S3 operation by its own name, not by that of the permission which IAM documents for it.
S3_OPERATIONS = {
    "s3:GetObject": ["s3:HeadObject"],
    "s3:ListBucket": ["s3:HeadBucket"],
    "s3:PutBucketNotification": ["s3:PutBucketNotificationConfiguration"],
    "s3:GetBucketPublicAccessBlock": ["s3:GetPublicAccessBlock"],
}


def as_moto_asks(statement):
    """The statement with moto's names, and, but for S3, on "*": moto asks about no other resource there."""
    actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
    if not all(action.startswith("s3:") for action in actions):
        return {**statement, "Resource": "*"}
    return {**statement, "Action": [name for action in actions for name in [action, *S3_OPERATIONS.get(action, [])]]}


# So on moto the actions are held; the resources as they stand in the template, on the local AWS.
for made_role in roles.values():
    for policy in iam.list_attached_role_policies(RoleName=made_role["arn"].rsplit("/", 1)[1])["AttachedPolicies"]:
        wide = document(policy["PolicyArn"])
        wide["Statement"] = [as_moto_asks(statement) for statement in wide["Statement"]]
        iam.create_policy_version(PolicyArn=policy["PolicyArn"], PolicyDocument=json.dumps(wide), SetAsDefault=True)

print(
    json.dumps(
        {
            "status": made["StackStatus"],
            "outputs": outputs,
            "roles": roles,
        }
    )
)
