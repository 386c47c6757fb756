"""The functions that the virtual machine is measured with, run by Margay and by CPython alike."""

READ_ONLY = {"DescribeInstances", "ListBuckets", "GetCallerIdentity", "GetObject", "LookupEvents"}
SENSITIVE = {"CreateUser", "AttachUserPolicy", "CreateAccessKey", "PutBucketPolicy", "StopLogging"}
TOOLS = ("aws-cli", "boto3", "terraform", "pacu")


def in_sets(event):
    name = event.get("eventName")
    if name in READ_ONLY:
        return False
    return name in SENSITIVE and event.deep_get("userIdentity", "type") == "IAMUser"


def strings(event):
    agent = event.get("userAgent", "").lower()
    if agent.startswith("aws-internal"):
        return False
    if "python" in agent:
        return True
    return any(tool in agent for tool in TOOLS) and event.deep_get("userIdentity", "arn", default="") != ""


def comparisons(event):
    return (
        event.get("eventSource") == "iam.amazonaws.com"
        or event.get("awsRegion") == "us-gov-west-1"
        or event.get("eventType") == "AwsConsoleSignIn"
        or event.get("recipientAccountId") == "000000000000"
        or event.get("errorCode") == "AccessDenied"
    )


def title(event):
    return f"{event.get('eventName')} by {event.deep_get('userIdentity', 'arn', default='?')} in {event.get('awsRegion')}"


def context(event):
    return {
        "eventName": event.get("eventName"),
        "eventSource": event.get("eventSource"),
        "awsRegion": event.get("awsRegion"),
        "sourceIPAddress": event.get("sourceIPAddress"),
        "userAgent": event.get("userAgent"),
        "actor": event.deep_get("userIdentity", "arn"),
    }
