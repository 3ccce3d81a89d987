"""moto's server, with the one resource type of the kit's templates that moto does not know: AWS::IAM::OIDCProvider.

It makes the provider with moto's own IAM, so that a second one in an account fails as it does in AWS.
"""

import sys

from moto.core.common_models import CloudFormationModel
from moto.iam.models import iam_backends
from moto.server import main


class OidcProvider(CloudFormationModel):
    __module__ = "moto.iam.models"  # moto sorts its models by the service in the module's name

    def __init__(self, arn):
        self.physical_resource_id = arn

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::IAM::OIDCProvider"

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr == "Arn"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        backend = iam_backends[account_id]["aws"]
        made = backend.create_open_id_connect_provider(properties["Url"], [], properties["ClientIdList"], [])
        return cls(made.arn)


main(sys.argv[1:])
