"""Deploys a CloudFormation template to the moto server and prints, as JSON, the stack, its roles and the OIDC providers.

deploy.py ENDPOINT TEMPLATE STACK PARAMETERS: PARAMETERS is a JSON object of texts.
"""

import json
import sys

import boto3
from botocore.exceptions import ClientError

endpoint, template, stack, parameters = sys.argv[1:]
options = {
    "endpoint_url": endpoint,
    "region_name": "us-east-1",
    "aws_access_key_id": "moto",
    "aws_secret_access_key": "moto",
}
cloudformation = boto3.client("cloudformation", **options)
iam = boto3.client("iam", **options)

def providers():
    return [provider["Arn"] for provider in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]]


with open(template, encoding="utf-8") as file:
    try:
        cloudformation.create_stack(
            StackName=stack,
            TemplateBody=file.read(),
            Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in json.loads(parameters).items()],
        )
    except ClientError as error:
        # moto keeps no failed stack: it answers the request with the error of the resource.
        reason = error.response["Error"]["Code"]
        print(json.dumps({"status": reason, "outputs": {}, "roles": {}, "providers": providers()}))
        sys.exit(0)
made = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
outputs = {output["OutputKey"]: output["OutputValue"] for output in made["Outputs"]}


def document(policy):
    version = iam.get_policy(PolicyArn=policy)["Policy"]["DefaultVersionId"]
    return iam.get_policy_version(PolicyArn=policy, VersionId=version)["PolicyVersion"]["Document"]


def without_nothing(value):
    """moto keeps AWS::NoValue in a list as null; CloudFormation leaves it out."""
    if isinstance(value, dict):
        return {key: without_nothing(item) for key, item in value.items()}
    return [without_nothing(item) for item in value if item is not None] if isinstance(value, list) else value


def role(arn):
    name = arn.rsplit("/", 1)[1]
    found = iam.get_role(RoleName=name)["Role"]
    attached = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    return {
        "arn": arn,
        "trust": without_nothing(found["AssumeRolePolicyDocument"]),
        "boundary": found.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn", ""),
        "policies": {policy["PolicyName"]: document(policy["PolicyArn"]) for policy in attached},
    }


roles = {key: role(value) for key, value in outputs.items() if ":role/" in value and key.endswith("Arn")}


print(
    json.dumps(
        {
            "status": made["StackStatus"],
            "outputs": outputs,
            "roles": roles,
            "providers": providers(),
        }
    )
)
