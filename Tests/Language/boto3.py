import boto3
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, NoRegionError
def attempt(action):
    try:
        print("made", type(action()).__name__ != "NoneType")
    except Exception as error:
        print([cls.__module__ + "." + cls.__name__ for cls in type(error).__mro__[:-2]], error)
attempt(lambda: boto3.client("dynamodb"))
attempt(lambda: boto3.client("s3"))
attempt(lambda: boto3.client("s3").list_buckets())
attempt(lambda: boto3.resource("dynamodb"))
attempt(lambda: boto3.resource("sts"))
attempt(lambda: boto3.resource("dynamodb", region_name="us-east-1", endpoint_url=None).Table("x").get_item(Key={"id": "1"}))
attempt(lambda: list(boto3.resource("s3").buckets.all()))
attempt(lambda: boto3.Session(region_name="eu-west-1").client("sqs").list_queues())
attempt(lambda: boto3.Session(profile_name="other"))
print(boto3.resource("dynamodb", region_name="us-east-1").Table("x"), boto3.Session().region_name, boto3.session.Session(region_name="x"))
def annotated(table: boto3.resource, client: boto3.client) -> boto3.Session:
    try:
        return boto3.client("sts").get_caller_identity()
    except NoCredentialsError as error:
        return f"caught {error}"
print(annotated(1, 2))
#> ['botocore.exceptions.NoRegionError', 'botocore.exceptions.BaseEndpointResolverError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] You must specify a region.
#> made True
#> ['botocore.exceptions.NoCredentialsError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] Unable to locate credentials
#> ['botocore.exceptions.NoRegionError', 'botocore.exceptions.BaseEndpointResolverError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] You must specify a region.
#> ['boto3.exceptions.ResourceNotExistsError', 'boto3.exceptions.Boto3Error', 'botocore.exceptions.DataNotFoundError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] The 'sts' resource does not exist.
#> The available resources are:
#>    - cloudformation
#>    - cloudwatch
#>    - dynamodb
#>    - ec2
#>    - glacier
#>    - iam
#>    - s3
#>    - sns
#>    - sqs
#>
#> Consider using a boto3.client('sts') instead of a resource for 'sts'
#> ['botocore.exceptions.NoCredentialsError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] Unable to locate credentials
#> ['botocore.exceptions.NoCredentialsError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] Unable to locate credentials
#> ['botocore.exceptions.NoCredentialsError', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] Unable to locate credentials
#> ['botocore.exceptions.ProfileNotFound', 'botocore.exceptions.BotoCoreError', 'builtins.Exception'] The config profile (other) could not be found
#> dynamodb.Table(name='x') None Session(region_name='x')
#> caught Unable to locate credentials
---
from botocore.exceptions import *
print(repr(NoCredentialsError()), NoCredentialsError().kwargs, NoCredentialsError.fmt)
print(NoRegionError(), issubclass(NoRegionError, BotoCoreError), BaseEndpointResolverError())
print(EndpointConnectionError(endpoint_url="https://a"), HTTPClientError(error="e").response)
print(InvalidRegionError(region_name="x"), issubclass(InvalidRegionError, ValueError))
error = WaiterError(name="n", reason="r", last_response={"a": 1})
print(error, error.last_response)
for action in (lambda: EndpointConnectionError(), lambda: WaiterError("n"), lambda: NoCredentialsError(1), lambda: ClientError({})):
    try:
        print(action())
    except Exception as problem:
        print(type(problem).__name__)
#> NoCredentialsError('Unable to locate credentials') {} Unable to locate credentials
#> You must specify a region. True An unspecified error occurred
#> Could not connect to the endpoint URL: "https://a" None
#> Provided region_name 'x' doesn't match a supported format. True
#> Waiter n failed: r {'a': 1}
#> KeyError
#> TypeError
#> TypeError
#> TypeError
---
from botocore.exceptions import ClientError
error = ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "GetItem")
print(error, error.response["Error"]["Code"], error.operation_name, error.args)
print(ClientError({}, "X"), isinstance(error, Exception))
print(ClientError({"ResponseMetadata": {"MaxAttemptsReached": True, "RetryAttempts": 4}}, "X"))
print(ClientError({"ResponseMetadata": {"MaxAttemptsReached": True}}, "X"))
class Narrow(ClientError):
    pass
try:
    raise Narrow({"Error": {"Code": 5}}, "Put")
except ClientError as caught:
    print(type(caught).__name__, caught)
#> An error occurred (AccessDenied) when calling the GetItem operation: no AccessDenied GetItem ('An error occurred (AccessDenied) when calling the GetItem operation: no',)
#> An error occurred (Unknown) when calling the X operation: Unknown True
#> An error occurred (Unknown) when calling the X operation (reached max retries: 4): Unknown
#> An error occurred (Unknown) when calling the X operation: Unknown
#> Narrow An error occurred (5) when calling the Put operation: Unknown
---
import boto3
client = boto3.client("s3")
try:
    raise KeyError("a")
except client.exceptions.NoSuchKey:
    print("wrong")
except KeyError:
    print("right")
print(client.exceptions.NoSuchKey.__mro__[1].__name__)
from boto3.dynamodb.conditions import Attr, Key
print(Key("a").name, (Key("a").eq(1) & Attr("b").gt(2)) is not None, (~Attr("b").exists()) is not None)
#> right
#> ClientError
#> a True True
